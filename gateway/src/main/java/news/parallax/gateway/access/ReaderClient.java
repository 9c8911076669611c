package news.parallax.gateway.access;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.Optional;
import news.parallax.catalog.v1.LookupReaderRequest;
import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.ReaderServiceGrpc.ReaderServiceBlockingStub;
import news.parallax.catalog.v1.UpdateReaderRequest;
import news.parallax.gateway.catalog.CatalogCalls;

/** Asks the catalog for readers. */
@Singleton
class ReaderClient {
    private final ReaderServiceBlockingStub readers;
    private final CatalogCalls calls;
    private final Plans plans;

    ReaderClient(@GrpcClient("catalog") ReaderServiceBlockingStub readers, CatalogCalls calls, Plans plans) {
        this.readers = readers;
        this.calls = calls;
        this.plans = plans;
    }

    /** Returns whose key it is; empty if nobody's. */
    Optional<ReaderView> lookup(String apiKeyHash) {
        var request = LookupReaderRequest.newBuilder().setApiKeyHash(apiKeyHash).build();
        return calls.find(readers, stub -> stub.lookupReader(request).getReader())
                .map(this::toView);
    }

    /** Adds the reader or changes it, and makes the key theirs. */
    void update(String id, String name, ReaderPlan plan, String apiKeyHash) {
        Reader reader = Reader.newBuilder()
                .setId(id)
                .setName(name)
                .setPlan(toProto(plan))
                .build();
        var request = UpdateReaderRequest.newBuilder()
                .setReader(reader)
                .setApiKeyHash(apiKeyHash)
                .build();
        calls.read(readers, stub -> stub.updateReader(request));
    }

    private ReaderView toView(Reader reader) {
        ReaderPlan plan = toPlan(reader.getPlan());
        return new ReaderView(reader.getId(), reader.getName(), plan, plans.capabilitiesOf(plan));
    }

    private static ReaderPlan toPlan(Plan plan) {
        return switch (plan) {
            case PLAN_PRO -> ReaderPlan.PRO;
            case PLAN_PREMIUM -> ReaderPlan.PREMIUM;
            case PLAN_VANTAGE -> ReaderPlan.VANTAGE;
            case PLAN_FREE, PLAN_UNSPECIFIED, UNRECOGNIZED -> ReaderPlan.FREE;
        };
    }

    private static Plan toProto(ReaderPlan plan) {
        return switch (plan) {
            case FREE -> Plan.PLAN_FREE;
            case PRO -> Plan.PLAN_PRO;
            case PREMIUM -> Plan.PLAN_PREMIUM;
            case VANTAGE -> Plan.PLAN_VANTAGE;
        };
    }
}
