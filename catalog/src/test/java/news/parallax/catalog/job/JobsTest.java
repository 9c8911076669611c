package news.parallax.catalog.job;

import static news.parallax.catalog.CatalogService.jobs;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.JobOutcome;
import news.parallax.catalog.v1.ListJobsRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class JobsTest {
    @Inject
    JobLog log;

    @Test
    void everyJobIsListedByNameWithWhatItDoes() {
        assertThat(list())
                .extracting(news.parallax.catalog.v1.Job::getName)
                .isSorted()
                .contains("RETENTION", "SEARCH_INDEX", "SESSION_SWEEP", "COUNT_SWEEP", "AUDIT_SWEEP");
        assertThat(list()).allSatisfy(job -> {
            assertThat(job.getDescription()).endsWith(".");
            assertThat(job.getInterval().getSeconds() + job.getInterval().getNanos())
                    .isPositive();
        });
    }

    @Test
    void aRunIsToldWithItsEndItsItemsAndWhenTheNextIsDue() {
        log.run(Job.SESSION_SWEEP, () -> 7);

        assertThat(job("SESSION_SWEEP").getOutcome()).isEqualTo(JobOutcome.JOB_OUTCOME_DONE);
        assertThat(job("SESSION_SWEEP").getItemCount()).isEqualTo(7);
        assertThat(job("SESSION_SWEEP").getError()).isEmpty();
        assertThat(job("SESSION_SWEEP").getDueTime().getSeconds())
                .isEqualTo(job("SESSION_SWEEP").getEndTime().getSeconds()
                        + job("SESSION_SWEEP").getInterval().getSeconds());
    }

    @Test
    void aRunThatGoesOnHasNoEndAndOneThatFailsSaysWhy() {
        log.run(Job.COUNT_SWEEP, () -> {
            assertThat(job("COUNT_SWEEP").hasStartTime()).isTrue();
            assertThat(job("COUNT_SWEEP").hasEndTime()).isFalse();
            assertThat(job("COUNT_SWEEP").getOutcome()).isEqualTo(JobOutcome.JOB_OUTCOME_UNSPECIFIED);
            throw new IllegalStateException("the disk is full");
        });

        assertThat(job("COUNT_SWEEP").getOutcome()).isEqualTo(JobOutcome.JOB_OUTCOME_FAILED);
        assertThat(job("COUNT_SWEEP").getError()).isEqualTo("the disk is full");
        assertThat(job("COUNT_SWEEP").hasEndTime()).isTrue();
    }

    private static List<news.parallax.catalog.v1.Job> list() {
        return jobs().listJobs(ListJobsRequest.getDefaultInstance()).getJobsList();
    }

    private static news.parallax.catalog.v1.Job job(String name) {
        return list().stream()
                .filter(job -> job.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
