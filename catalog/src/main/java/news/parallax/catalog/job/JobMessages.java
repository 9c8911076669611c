package news.parallax.catalog.job;

import com.google.protobuf.Duration;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.Job;
import news.parallax.catalog.v1.JobOutcome;
import org.jspecify.annotations.Nullable;

/** Jobs on the wire. */
final class JobMessages {
    private JobMessages() {}

    /** @param run null if there was none */
    static Job toProto(news.parallax.catalog.job.Job job, @Nullable JobRunEntity run, CatalogConfig config) {
        var message = Job.newBuilder().setName(job.name()).setDescription(job.description());
        java.time.Duration rest = job.interval(config);
        message.setInterval(toProto(rest));
        if (run != null) {
            message.setStartTime(TimeMessages.toProto(run.startTime))
                    .setError(run.error)
                    .setItemCount(run.itemCount);
            if (run.outcome != null) {
                message.setOutcome(JobOutcome.valueOf("JOB_OUTCOME_" + run.outcome));
            }
            if (run.endTime != null) {
                message.setEndTime(TimeMessages.toProto(run.endTime))
                        .setDueTime(TimeMessages.toProto(run.endTime.plus(rest)));
            }
        }
        return message.build();
    }

    private static Duration toProto(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }
}
