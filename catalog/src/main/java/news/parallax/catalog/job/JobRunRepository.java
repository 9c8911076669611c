package news.parallax.catalog.job;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** Queries over the last runs of jobs. */
@Singleton
class JobRunRepository implements PanacheRepositoryBase<JobRunEntity, String> {
    Map<String, JobRunEntity> byName() {
        return streamAll().collect(Collectors.toMap(run -> run.name, run -> run));
    }

    /** Puts a run in the place of an earlier one. */
    void put(JobRunEntity run) {
        getEntityManager()
                .createNativeQuery("""
                        insert into job_run (name, start_time, end_time, outcome, error, item_count)
                        values (:name, :start, cast(nullif(:end, '') as timestamptz), nullif(:outcome, ''), :error, :items)
                        on conflict (name) do update set (start_time, end_time, outcome, error, item_count)
                            = (excluded.start_time, excluded.end_time, excluded.outcome, excluded.error, excluded.item_count)
                        """)
                .setParameter("name", run.name)
                .setParameter("start", run.startTime)
                .setParameter("end", run.endTime == null ? "" : run.endTime.toString())
                .setParameter("outcome", run.outcome == null ? "" : run.outcome.name())
                .setParameter("error", run.error)
                .setParameter("items", run.itemCount)
                .executeUpdate();
    }
}
