package news.parallax.crawler;

import news.parallax.crawler.delivery.FeedReport.EntryCounts;

/** Counts what becomes of one feed's new entries; used by the feed's own thread only. */
final class EntryTally {

    private int stored;
    private int givenUp;
    private int stillGivenUp;
    private int open;
    private String openReason = "";
    private String givenUpReason = "";

    /** Acknowledged. */
    void stored() {
        stored++;
    }

    /** Neither acknowledged nor given up. */
    void open(String reason) {
        open++;
        openReason = reason;
    }

    /** Given up now. */
    void givenUp(String reason) {
        givenUp++;
        givenUpReason = reason;
    }

    /** Given up at an earlier visit, so not new any more. */
    void stillGivenUp(String reason) {
        stillGivenUp++;
        givenUpReason = givenUpReason.isEmpty() ? reason : givenUpReason;
    }

    EntryCounts counts() {
        return new EntryCounts(
                stored + givenUp + open,
                stored,
                open,
                givenUp + stillGivenUp,
                openReason.isEmpty() ? givenUpReason : openReason);
    }

    @Override
    public String toString() {
        EntryCounts counts = counts();
        return "new=%d stored=%d given_up=%d open=%d"
                .formatted(counts.fresh(), counts.stored(), counts.givenUp(), counts.open());
    }
}
