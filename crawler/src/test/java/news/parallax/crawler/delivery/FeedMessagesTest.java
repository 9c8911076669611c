package news.parallax.crawler.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import news.parallax.catalog.v1.FetchErrorKind;
import news.parallax.catalog.v1.ReportFetchRequest;
import news.parallax.crawler.fetch.FetchError;
import news.parallax.crawler.fetch.Reply;
import news.parallax.crawler.fetch.Validators;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedMessagesTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final LeasedFeed FEED =
            new LeasedFeed("feed", "http://outlet.example/feed", "", Validators.NONE, "lease", NOON);

    @Test
    void aReportTellsAllThatWasSeenAndNotWhenToComeBack() {
        Reply reply = new Reply(
                200,
                Optional.of(HttpUrl.get("https://outlet.example/rss")),
                true,
                Optional.of(java.time.Duration.ofMinutes(8)),
                Optional.empty());
        ReportFetchRequest report = FeedMessages.reportFetch(
                FEED,
                new FeedReport.Succeeded(
                        new Validators("\"v1\"", "yesterday"),
                        new FeedReport.EntryCounts(3, 1, 2, 4, "a page failed"),
                        Optional.of(NOON),
                        Optional.of(java.time.Duration.ofHours(1)),
                        Optional.of(new FeedReport.Hub(
                                HttpUrl.get("https://hub.example/"), HttpUrl.get("https://outlet.example/rss"))),
                        reply));
        assertThat(report.hasDueTime()).isFalse();
        assertThat(report.getSucceeded().getEtag()).isEqualTo("\"v1\"");
        assertThat(report.getSucceeded().getChanged()).isTrue();
        assertThat(report.getSucceeded().getNewEntryCount()).isEqualTo(3);
        assertThat(report.getSucceeded().getStoredEntryCount()).isEqualTo(1);
        assertThat(report.getSucceeded().getOpenEntryCount()).isEqualTo(2);
        assertThat(report.getSucceeded().getGivenUpEntryCount()).isEqualTo(4);
        assertThat(report.getSucceeded().getEntryError()).isEqualTo("a page failed");
        assertThat(report.getSucceeded().getHubUrl()).isEqualTo("https://hub.example/");
        assertThat(report.getSucceeded().getTopicUrl()).isEqualTo("https://outlet.example/rss");
        assertThat(report.getSucceeded().getNewestEntryTime()).isEqualTo(seconds(NOON));
        assertThat(report.getAnswer().getHttpStatus()).isEqualTo(200);
        assertThat(report.getAnswer().getRedirectUrl()).isEqualTo("https://outlet.example/rss");
        assertThat(report.getAnswer().getRedirectPermanent()).isTrue();
        assertThat(report.getAnswer().getMaxAge())
                .isEqualTo(Duration.newBuilder().setSeconds(480).build());
        assertThat(report.getAnswer().getFeedTtl())
                .isEqualTo(Duration.newBuilder().setSeconds(3600).build());
        assertThat(report.getAnswer().hasRetryTime()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorHasItsKind(FetchError error) {
        Reply reply = new Reply(503, Optional.empty(), false, Optional.empty(), Optional.of(NOON));
        ReportFetchRequest report =
                FeedMessages.reportFetch(FEED, new FeedReport.Failed(error, "the server asks for a pause", reply));
        assertThat(report.getFailed().getKind().name()).isEqualTo("FETCH_ERROR_KIND_" + error);
        assertThat(report.getFailed().getError()).isEqualTo("the server asks for a pause");
        assertThat(report.getAnswer().getRetryTime()).isEqualTo(seconds(NOON));
    }

    @Test
    void everyKindHasItsError() {
        assertThat(Arrays.stream(FetchErrorKind.values())
                        .map(kind -> kind.name().replace("FETCH_ERROR_KIND_", ""))
                        .filter(name -> !name.equals("UNSPECIFIED") && !name.equals("UNRECOGNIZED")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(FetchError.values()).map(Enum::name).toList());
    }

    /** The world: a report with such an address is refused by the catalog, and the feed would be leased again and again. */
    @ParameterizedTest
    @ValueSource(
            strings = {"http://[2001:4860::1]/feed", "http://under_score.example/feed", "http://outlet.example/?a={b}"})
    void anAddressThatTheCatalogDoesNotTakeIsNotSaid(String url) {
        Reply reply = new Reply(304, Optional.of(HttpUrl.get(url)), true, Optional.empty(), Optional.empty());
        ReportFetchRequest report = FeedMessages.reportFetch(FEED, new FeedReport.Unchanged(reply));
        assertThat(report.getAnswer().getRedirectUrl()).isEmpty();
        assertThat(report.hasNotModified()).isTrue();
    }

    private static Timestamp seconds(Instant time) {
        return Timestamp.newBuilder().setSeconds(time.getEpochSecond()).build();
    }
}
