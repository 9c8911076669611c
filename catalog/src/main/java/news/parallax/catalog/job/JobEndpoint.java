package news.parallax.catalog.job;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.v1.JobService;
import news.parallax.catalog.v1.ListJobsRequest;
import news.parallax.catalog.v1.ListJobsResponse;

/** Jobs, over gRPC. */
@GrpcService
public class JobEndpoint implements JobService {
    private final Calls calls;
    private final JobRunRepository runs;
    private final CatalogConfig config;

    JobEndpoint(Calls calls, JobRunRepository runs, CatalogConfig config) {
        this.calls = calls;
        this.runs = runs;
        this.config = config;
    }

    @Override
    public Uni<ListJobsResponse> listJobs(ListJobsRequest request) {
        return calls.runInTransaction(() -> {
            Map<String, JobRunEntity> last = runs.byName();
            return ListJobsResponse.newBuilder()
                    .addAllJobs(Stream.of(Job.values())
                            .sorted(Comparator.comparing(Job::name))
                            .map(job -> JobMessages.toProto(job, last.get(job.name()), config))
                            .toList())
                    .build();
        });
    }
}
