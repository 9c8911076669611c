package news.parallax.catalog.lease;

import io.quarkus.grpc.GrpcService;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.v1.AcquireLeaseRequest;
import news.parallax.catalog.v1.AcquireLeaseResponse;
import news.parallax.catalog.v1.GetLeaseRequest;
import news.parallax.catalog.v1.GetLeaseResponse;
import news.parallax.catalog.v1.LeaseService;
import news.parallax.catalog.v1.ReleaseLeaseRequest;
import news.parallax.catalog.v1.ReleaseLeaseResponse;

/** Leases, over gRPC. */
@GrpcService
public class LeaseEndpoint implements LeaseService {
    private final Calls calls;
    private final LeaseRepository leases;

    LeaseEndpoint(Calls calls, LeaseRepository leases) {
        this.calls = calls;
        this.leases = leases;
    }

    @Override
    public Uni<AcquireLeaseResponse> acquireLease(AcquireLeaseRequest request) {
        return calls.runAheadInTransaction(() -> {
            LeaseWish wish = LeaseMessages.toWish(request);
            boolean changed = !leases.renew(wish) && (leases.takeOver(wish) || leases.found(wish));
            Lease lease = require(wish.name());
            if (changed) {
                Log.infof("lease taken name=%s holder=%s token=%d", lease.name(), lease.holder(), lease.token());
            }
            return AcquireLeaseResponse.newBuilder()
                    .setLease(LeaseMessages.toProto(lease))
                    .build();
        });
    }

    @Override
    public Uni<ReleaseLeaseResponse> releaseLease(ReleaseLeaseRequest request) {
        return calls.runAheadInTransaction(() -> {
            leases.release(
                    LeaseMessages.name("name", request.getName()), LeaseMessages.name("holder", request.getHolder()));
            return ReleaseLeaseResponse.getDefaultInstance();
        });
    }

    @Override
    public Uni<GetLeaseResponse> getLease(GetLeaseRequest request) {
        return calls.runAheadInTransaction(() -> GetLeaseResponse.newBuilder()
                .setLease(LeaseMessages.toProto(require(LeaseMessages.name("name", request.getName()))))
                .build());
    }

    private Lease require(String name) {
        return leases.find(name)
                .orElseThrow(() -> new NotFound(
                        "LEASE_NOT_FOUND", "Nobody ever had the lease %s".formatted(name), Map.of("name", name)));
    }
}
