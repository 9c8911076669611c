package news.parallax.clusterer.election;

import com.google.protobuf.Duration;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.v1.AcquireLeaseRequest;
import news.parallax.catalog.v1.LeaseServiceGrpc;
import news.parallax.catalog.v1.LeaseServiceGrpc.LeaseServiceBlockingStub;
import news.parallax.catalog.v1.ReleaseLeaseRequest;
import news.parallax.clusterer.ClustererConfig;

/** Asks the catalog for the right to assign. Each call is made once: the next one comes soon. */
@Singleton
final class LeaseClient {

    private final LeaseServiceBlockingStub leases;
    private final ClustererConfig.Lease config;

    LeaseClient(@GrpcClient("catalog") Channel channel, ClustererConfig config) {
        this.leases = LeaseServiceGrpc.newBlockingStub(channel);
        this.config = config.lease();
    }

    /** Takes or renews the lease, or tells whose it is; nothing if the catalog does not answer in time. */
    Optional<Lease> acquire(String holder, String address) {
        var request = AcquireLeaseRequest.newBuilder()
                .setName(Election.LEASE)
                .setHolder(holder)
                .setAddress(address)
                .setDuration(toProto(config.duration()))
                .build();
        try {
            return Optional.of(toLease(withDeadline().acquireLease(request).getLease()));
        } catch (StatusRuntimeException e) {
            Log.debugf("lease not asked for reason=%s", e.getMessage());
            return Optional.empty();
        }
    }

    /** Gives the lease up; if the catalog does not hear it, it runs out. */
    void release(String holder) {
        try {
            var _ = withDeadline()
                    .releaseLease(ReleaseLeaseRequest.newBuilder()
                            .setName(Election.LEASE)
                            .setHolder(holder)
                            .build());
        } catch (StatusRuntimeException e) {
            Log.debugf("lease not given up reason=%s", e.getMessage());
        }
    }

    /** Some attempts must fit into the time of a lease. */
    private LeaseServiceBlockingStub withDeadline() {
        return leases.withDeadlineAfter(config.duration().toMillis() / 3, TimeUnit.MILLISECONDS);
    }

    private static Lease toLease(news.parallax.catalog.v1.Lease message) {
        return new Lease(
                message.getHolder(),
                message.getAddress(),
                message.getToken(),
                java.time.Duration.ofSeconds(
                        message.getRemaining().getSeconds(),
                        message.getRemaining().getNanos()));
    }

    private static Duration toProto(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.toSeconds())
                .setNanos(duration.toNanosPart())
                .build();
    }
}
