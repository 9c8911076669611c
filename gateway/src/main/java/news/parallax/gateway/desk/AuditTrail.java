package news.parallax.gateway.desk;

import io.grpc.StatusRuntimeException;
import jakarta.inject.Singleton;
import news.parallax.gateway.access.ReaderView;

/** Does what operators ask for and keeps that they did, or that it was refused. */
@Singleton
class AuditTrail {
    private final AuditClient client;

    AuditTrail(AuditClient client) {
        this.client = client;
    }

    /** Does it; what the catalog refuses is kept as refused and thrown on. */
    void keep(ReaderView operator, Deed deed, Runnable work) {
        try {
            work.run();
        } catch (StatusRuntimeException e) {
            client.record(operator, deed, false);
            throw e;
        }
        client.record(operator, deed, true);
    }
}
