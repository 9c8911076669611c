package news.parallax.catalog.reader;

import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.DeleteReadingsRequest;
import news.parallax.catalog.v1.GetReadingBalanceRequest;
import news.parallax.catalog.v1.ListReadingsRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.ReadSource;
import news.parallax.catalog.v1.Reading;
import news.parallax.catalog.v1.ReadingBalance;
import news.parallax.catalog.v1.RecordReadingRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ReadingsTest {
    private static final String LEFT = "https://read-left.example/a";
    private static final String RIGHT = "https://read-right.example/a";

    @Test
    void whatIsReadIsThereOnceAndLatestFirst() {
        String story = stored("readings order");
        SomeReader reader = SomeReader.add("reads");
        reader.readStory(story);
        reader.readArticle(articleId(LEFT + story));
        reader.readArticle(articleId(RIGHT + story));
        reader.readStory(story);

        assertThat(pagesOfOne(reader))
                .extracting(Reading::getStoryId, Reading::getArticleId, Reading::getSourceId)
                .containsExactly(
                        tuple(story, "", ""),
                        tuple(story, articleId(RIGHT + story), "read-right.example"),
                        tuple(story, articleId(LEFT + story), "read-left.example"));
        assertThat(reader.history().get(1).getArticleTitle()).isEqualTo("Title of " + RIGHT + story);
        assertThat(reader.balance().getStoryCount()).isEqualTo(1);
        assertThat(refusal(Code.NOT_FOUND, () -> reader.readArticle(articleId("https://unread.example/")))
                        .getReason())
                .isEqualTo("ARTICLE_NOT_FOUND");
        assertThat(refusal(Code.NOT_FOUND, () -> reader.readStory(storyId("unread")))
                        .getReason())
                .isEqualTo("STORY_NOT_FOUND");
        assertThat(refusal(
                                Code.INVALID_ARGUMENT,
                                () -> readers()
                                        .recordReading(RecordReadingRequest.newBuilder()
                                                .setReaderId(reader.id())
                                                .build()))
                        .getReason())
                .isEqualTo("READING_REQUIRED");
    }

    @Test
    void theBalanceCountsArticlesByBiasOfTheirSourceForTheReader() {
        String first = stored("readings balance 1");
        String second = stored("readings balance 2");
        SomeReader reader = SomeReader.add("balances");
        reader.readArticle(articleId(LEFT + first));
        reader.readArticle(articleId(LEFT + second));
        reader.readArticle(articleId(RIGHT + first));
        reader.readStory(second);

        ReadingBalance balance = reader.balance();
        assertThat(balance)
                .returns(3, ReadingBalance::getArticleCount)
                .returns(2, ReadingBalance::getStoryCount)
                .returns(2, ReadingBalance::getLeft)
                .returns(1, ReadingBalance::getRight)
                .returns(67, ReadingBalance::getLeftPercent)
                .returns(33, ReadingBalance::getRightPercent)
                .returns(0, ReadingBalance::getUnrated);
        assertThat(balance.getSourcesList())
                .extracting(ReadSource::getSourceId, ReadSource::getArticleCount, ReadSource::getBias)
                .containsExactly(
                        tuple("read-left.example", 2, Bias.BIAS_LEFT), tuple("read-right.example", 1, Bias.BIAS_RIGHT));

        reader.rate("read-left.example", Bias.BIAS_CENTER);
        assertThat(reader.balance())
                .returns(0, ReadingBalance::getLeft)
                .returns(2, ReadingBalance::getCenter)
                .returns(1, ReadingBalance::getRight);
        var before = GetReadingBalanceRequest.newBuilder()
                .setReaderId(reader.id())
                .setToTime(reader.history().getLast().getReadTime());
        assertThat(readers().getReadingBalance(before.build()).getBalance())
                .isEqualTo(ReadingBalance.getDefaultInstance());
    }

    @Test
    void theOldestGoesWhenThereIsMoreThanMayBe() {
        SomeReader reader = SomeReader.add("reads-much");
        List<String> read = IntStream.range(0, 7)
                .mapToObj(number -> stored("readings many " + number))
                .toList();
        read.forEach(reader::readStory);

        assertThat(reader.history())
                .extracting(Reading::getStoryId)
                .containsExactlyElementsOf(read.reversed().subList(0, 5));
    }

    @Test
    void theHistoryOfAMergedStoryIsThatOfTheRemainingOneAndIsForgottenWithIt() {
        String stays = stored("readings stays");
        String goes = stored("readings goes");
        String other = stored("readings other");
        SomeReader reader = SomeReader.add("forgets");
        reader.readStory(goes);
        reader.readArticle(articleId(LEFT + goes));
        reader.readStory(other);
        stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(stays)
                        .addMergedStoryIds(goes)
                        .build());
        assertThat(reader.history()).extracting(Reading::getStoryId).containsExactly(other, stays, stays);

        assertThat(forget(DeleteReadingsRequest.newBuilder()
                        .setReaderId("forgets")
                        .setStoryId(goes)))
                .isEqualTo(2);
        assertThat(reader.history()).extracting(Reading::getStoryId).containsExactly(other);
    }

    @Test
    void aHistoryIsForgottenOfATimeOrWhole() {
        List<String> read = IntStream.range(0, 4)
                .mapToObj(number -> stored("readings forgotten " + number))
                .toList();
        SomeReader reader = SomeReader.add("forgets-all");
        SomeReader other = SomeReader.add("forgets-not");
        read.forEach(reader::readStory);
        other.readStory(read.getFirst());
        var second = reader.history().get(2).getReadTime();
        var fourth = reader.history().getFirst().getReadTime();

        assertThat(forget(DeleteReadingsRequest.newBuilder()
                        .setReaderId("forgets-all")
                        .setFromTime(second)
                        .setToTime(fourth)))
                .isEqualTo(2);
        assertThat(reader.history()).extracting(Reading::getStoryId).containsExactly(read.getLast(), read.getFirst());
        assertThat(forget(DeleteReadingsRequest.newBuilder().setReaderId("forgets-all")))
                .isEqualTo(2);
        assertThat(reader.history()).isEmpty();
        assertThat(other.history()).hasSize(1);
    }

    private static String stored(String name) {
        String id = storyId(name);
        importSources(source("read-left.example"), source("read-right.example"));
        importRatings(
                rating("read-left.example", "rater", Bias.BIAS_LEFT),
                rating("read-right.example", "rater", Bias.BIAS_RIGHT));
        record(record(id, LEFT + id), record(id, RIGHT + id));
        return id;
    }

    private static int forget(DeleteReadingsRequest.Builder request) {
        return readers().deleteReadings(request.build()).getDeletedCount();
    }

    private static List<Reading> pagesOfOne(SomeReader reader) {
        List<Reading> all = new ArrayList<>();
        var request = ListReadingsRequest.newBuilder().setReaderId(reader.id()).setPageSize(1);
        do {
            var page = readers().listReadings(request.build());
            assertThat(page.getReadingsCount()).isEqualTo(1);
            all.addAll(page.getReadingsList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all;
    }
}
