package news.parallax.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import news.parallax.crawler.delivery.FeedReport.EntryCounts;
import org.junit.jupiter.api.Test;

class EntryTallyTest {

    @Test
    void whatIsOpenIsNewAndWhatWasGivenUpEarlierIsNot() {
        EntryTally tally = new EntryTally();
        tally.stored();
        tally.givenUp("it is no article");
        tally.stillGivenUp("it was no article");
        tally.open("the host is down");
        assertThat(tally.counts()).isEqualTo(new EntryCounts(3, 1, 1, 2, "the host is down"));
    }

    @Test
    void theReasonIsThatOfTheNewestLossIfNothingIsOpen() {
        EntryTally tally = new EntryTally();
        tally.stillGivenUp("long ago");
        tally.givenUp("just now");
        tally.stillGivenUp("long ago");
        assertThat(tally.counts().error()).isEqualTo("just now");
    }
}
