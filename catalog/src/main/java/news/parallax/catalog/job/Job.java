package news.parallax.catalog.job;

import java.time.Duration;
import java.util.function.Function;
import news.parallax.catalog.CatalogConfig;

/** Everything that the catalog does by itself. */
public enum Job {
    RETENTION(
            "Makes a place for the months to come, and removes texts and articles that are past their time.",
            config -> config.retention().interval()),
    SEARCH_INDEX(
            "Indexes stories that changed, so that they are found.",
            config -> config.search().indexInterval()),
    SESSION_SWEEP("Deletes sessions that are over.", Job::sweeps),
    COUNT_SWEEP("Deletes counts of requests whose window is over.", Job::sweeps),
    AUDIT_SWEEP("Deletes entries of the audit trail that are past their time.", Job::sweeps),
    DELIVERY_SWEEP(
            "Deletes messages to webhooks that ended a while ago, and gives up those that waited too long.",
            Job::sweeps),
    WEBHOOK_MESSAGES(
            "Makes messages of changed stories for the webhooks that are told of them.",
            config -> config.webhook().interval());

    private final String description;
    private final Function<CatalogConfig, Duration> interval;

    Job(String description, Function<CatalogConfig, Duration> interval) {
        this.description = description;
        this.interval = interval;
    }

    /** Returns what it does, in a sentence. */
    public String description() {
        return description;
    }

    /** Returns how long it rests between two runs. */
    public Duration interval(CatalogConfig config) {
        return interval.apply(config);
    }

    private static Duration sweeps(CatalogConfig config) {
        return config.sweepInterval();
    }
}
