package news.parallax.catalog.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.parallax.catalog.CatalogConfig;

/** Takes note, on the row of a feed, of how a fetch of it went: rhythm, pauses, health, and when it is due again. Pure. */
final class FeedCheck {
    private final CatalogConfig.Feeds config;
    private final NextVisit next;

    FeedCheck(CatalogConfig.Feeds config) {
        this.config = config;
        this.next = new NextVisit(config);
    }

    void note(FeedEntity feed, FetchReport report, Instant now) {
        feed.httpStatus = report.answer().status();
        switch (report.outcome()) {
            case FetchOutcome.Succeeded succeeded -> {
                int unseen = entries(feed, succeeded);
                succeeded(feed, unseen, succeeded.newestEntryTime(), report.answer(), now);
            }
            case FetchOutcome.NotModified _ -> {
                feed.storedEntryCount = 0;
                feed.openEntryCount = 0; // it is again what it was when all of it was delivered
                succeeded(feed, 0, Optional.empty(), report.answer(), now);
            }
            case FetchOutcome.Failed failed -> failed(feed, failed, report.answer(), now);
        }
        report.dueTime().ifPresent(due -> feed.dueTime = due);
    }

    /** Returns whether so many fetches in a row said that the feed has moved for good. */
    boolean isMoveConfirmed(FeedEntity feed) {
        return feed.redirectCount >= Math.max(1, config.redirectConfirmations());
    }

    /** Returns the longest pause of a feed that is usual; empty if it is not known long enough. */
    Optional<Duration> usualPause(FeedEntity feed) {
        return new Pauses(feed.pauses).usual(config.silenceDaysMin());
    }

    /**
     * Takes note of the entries and returns how many of them nobody has seen before: what is left of earlier visits is
     * new to the catalog, but says nothing about the rhythm. Validators move only with the last open entry, so that
     * the server does not call unchanged what was not delivered.
     */
    private static int entries(FeedEntity feed, FetchOutcome.Succeeded succeeded) {
        FetchOutcome.EntryCounts entries = succeeded.entries();
        int unseen = Math.max(0, succeeded.newEntries() - feed.openEntryCount);
        if (entries.open() == 0) {
            feed.etag = succeeded.etag();
            feed.lastModified = succeeded.lastModified();
        }
        feed.storedEntryCount = entries.stored();
        feed.openEntryCount = entries.open();
        feed.givenUpEntryCount = entries.givenUp();
        feed.entryError = entries.error();
        return unseen;
    }

    private void succeeded(
            FeedEntity feed, int newEntries, Optional<Instant> newestEntryTime, FetchAnswer answer, Instant now) {
        Instant before = feed.successTime;
        if (before != null) { // what a first visit finds came at times that nobody saw
            feed.setRhythm(feed.rhythm().observed(before, now, newEntries, config.rhythmHalfLife()));
        }
        if (newEntries > 0) {
            news(feed, before == null ? newestEntryTime.filter(now::isAfter).orElse(now) : now);
        }
        feed.successTime = now;
        feed.failureCount = 0;
        feed.failingSince = null;
        feed.lastError = "";
        feed.errorKind = null;
        redirected(feed, answer.movedTo());
        feed.health = isSilent(feed) ? FeedHealth.SILENT : FeedHealth.HEALTHY;
        feed.dueTime = feed.openEntryCount > 0
                ? next.afterOpenEntries(now)
                : next.afterSuccess(feed.rhythm(), answer.freshFor(), now);
    }

    private static void news(FeedEntity feed, Instant moment) {
        Instant last = feed.changeTime;
        if (feed.successTime != null && last != null) {
            feed.pauses = new Pauses(feed.pauses).ended(last, moment).seconds();
        }
        feed.changeTime = moment;
    }

    private static void redirected(FeedEntity feed, Optional<FeedUrl> target) {
        String url = target.filter(other -> !other.id().equals(feed.id))
                .map(FeedUrl::url)
                .orElse("");
        feed.redirectCount = url.isEmpty() ? 0 : url.equals(feed.redirectUrl) ? feed.redirectCount + 1 : 1;
        feed.redirectUrl = url;
    }

    /** As of the last time that somebody looked: that nobody does is not the silence of the feed. */
    private boolean isSilent(FeedEntity feed) {
        if (feed.changeTime == null || feed.successTime == null) {
            return false;
        }
        Duration silence = Duration.between(feed.changeTime, feed.successTime);
        Duration patience = usualPause(feed)
                .map(usual -> Duration.ofMillis((long) (usual.toMillis() * config.silenceFactor())))
                .map(limit -> limit.compareTo(config.silenceMinimum()) < 0 ? config.silenceMinimum() : limit)
                .orElse(config.silenceUnknown());
        return silence.compareTo(patience) > 0;
    }

    private void failed(FeedEntity feed, FetchOutcome.Failed failed, FetchAnswer answer, Instant now) {
        feed.failureCount++;
        feed.failureTime = now;
        feed.failingSince = feed.failingSince == null ? now : feed.failingSince;
        feed.lastError = failed.error();
        feed.errorKind = failed.kind();
        if (failed.kind() == FetchError.GONE && !answer.isDetour()) {
            feed.retireTime = now;
            feed.health = FeedHealth.GONE;
        } else if (feed.failureCount >= config.failuresMin()) {
            feed.health = FeedHealth.FAILING;
        }
        feed.dueTime = next.afterFailure(feed.id, feed.failureCount, answer.retryTime(), now);
    }
}
