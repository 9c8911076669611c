package news.parallax.gateway.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import news.parallax.gateway.access.Admission.Entrance;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;

/** One request by one reader: everything that leaves the gateway passes {@link #show}. */
@RequestScoped
public class Visit {
    private final Curtain curtain;
    private final Plans plans;
    private final Readers readers;
    private Admission admission;

    Visit(Curtain curtain, Plans plans, Readers readers) {
        this.curtain = curtain;
        this.plans = plans;
        this.readers = readers;
        this.admission = new Admission(plans.visitor(), new Entrance.Plain());
    }

    void by(Admission admission) {
        this.admission = admission;
    }

    /** From here on the reader is the one whose key it is; API_KEY_UNKNOWN if it is nobody's. For what is no route of REST. */
    public void byKey(String key) {
        admission = readers.ofKey(key).orElseThrow(AccessFilter::unknownKey);
    }

    /** From here on the reader is anybody, whatever key they gave: for answers that are the same for all, as feeds are. */
    public void asVisitor() {
        admission = new Admission(plans.visitor(), new Entrance.Plain());
    }

    /** Returns who is reading. */
    public ReaderView reader() {
        return admission.reader();
    }

    /** Returns the session by which the reader came; empty if they came otherwise. */
    public Optional<String> sessionId() {
        return admission.entrance() instanceof Entrance.Session session ? Optional.of(session.id()) : Optional.empty();
    }

    /** Returns what the reader may see of the view. */
    public <T extends Record> T show(T view) {
        return curtain.show(view, reader());
    }

    /** Refuses a question whose answer would tell what the reader may not see. */
    public void require(Capability capability) {
        curtain.require(capability, reader());
    }

    /** Returns the reader to whom something belongs that is read or changed; LOGIN_REQUIRED or KEY_SCOPE_TOO_NARROW. */
    public ReaderView requireOwner() {
        return switch (admission.entrance()) {
            case Entrance.Plain _ ->
                throw new RequestRefused(
                        ProblemCode.LOGIN_REQUIRED, "Please log in, or send a key of yours.", Map.of());
            case Entrance.Key key -> {
                if (!key.personal()) {
                    throw new RequestRefused(
                            ProblemCode.KEY_SCOPE_TOO_NARROW,
                            "This key is only to read what everybody may read; make one with the scope personal.",
                            Map.of());
                }
                yield reader();
            }
            case Entrance.Session _ -> reader();
        };
    }

    /** Returns the operator who does something; OPERATOR_REQUIRED for every other reader. */
    public ReaderView requireOperator() {
        ReaderView reader = requireOwner();
        if (!reader.operator()) {
            throw new RequestRefused(ProblemCode.OPERATOR_REQUIRED, "Only operators may do this.", Map.of());
        }
        return reader;
    }
}
