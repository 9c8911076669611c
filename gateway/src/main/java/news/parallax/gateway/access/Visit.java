package news.parallax.gateway.access;

import jakarta.enterprise.context.RequestScoped;

/** One request by one reader: everything that leaves the gateway passes {@link #show}. */
@RequestScoped
public class Visit {
    private final Curtain curtain;
    private final Plans plans;
    private final Readers readers;
    private ReaderView reader;

    Visit(Curtain curtain, Plans plans, Readers readers) {
        this.curtain = curtain;
        this.plans = plans;
        this.readers = readers;
        this.reader = plans.visitor();
    }

    void by(ReaderView reader) {
        this.reader = reader;
    }

    /** From here on the reader is the one whose key it is; API_KEY_UNKNOWN if it is nobody's. For what is no route of REST. */
    public void byKey(String key) {
        reader = readers.find(key).orElseThrow(AccessFilter::unknownKey);
    }

    /** From here on the reader is anybody, whatever key they gave: for answers that are the same for all, as feeds are. */
    public void asVisitor() {
        reader = plans.visitor();
    }

    /** Returns who is reading. */
    public ReaderView reader() {
        return reader;
    }

    /** Returns what the reader may see of the view. */
    public <T extends Record> T show(T view) {
        return curtain.show(view, reader);
    }

    /** Refuses a question whose answer would tell what the reader may not see. */
    public void require(Capability capability) {
        curtain.require(capability, reader);
    }
}
