package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.storiesOnAnotherConnection;
import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.copy;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.urls;
import static news.parallax.catalog.story.StoryChanges.moveAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Gatherers;
import news.parallax.article.v1.Article;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.Membership;
import news.parallax.catalog.v1.ReplayWindowRequest;
import news.parallax.catalog.v1.ReplayWindowResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ReplayWindowTest {
    @Test
    void theLastArticlesComeInOrderOfArrivalAsTheyWereRecorded() {
        List<ArticleRecord> sent = new ArrayList<>();
        for (String url : urls("replay.example", 450)) {
            sent.add(record(
                    storyId("replay"),
                    article(url).toBuilder().setSourceId("replay.example").build()));
        }
        record(sent.subList(0, 250).toArray(ArticleRecord[]::new));
        record(sent.subList(250, 450).toArray(ArticleRecord[]::new));

        assertThat(replay(430)).isEqualTo(sent.subList(20, 450));
        assertThat(replay(1)).isEqualTo(sent.subList(449, 450));
        assertThat(replay(0)).endsWith(sent.toArray(ArticleRecord[]::new));
    }

    @Test
    void whoKnowsSomeOfThemReadsThoseThatCameAfter() {
        List<ArticleRecord> sent = urls("later.example", 30).stream()
                .map(url -> record(
                        storyId("later"),
                        article(url).toBuilder().setSourceId("later.example").build()))
                .toList();
        record(sent.toArray(ArticleRecord[]::new));
        List<ReplayWindowResponse> last = read(ReplayWindowRequest.newBuilder().setArticleLimit(30));
        assertThat(last).isSortedAccordingTo(Comparator.comparing(ReplayWindowResponse::getArrival));

        var after = ReplayWindowRequest.newBuilder().setAfterArrival(last.get(9).getArrival());
        assertThat(read(after)).isEqualTo(last.subList(10, 30));
        assertThat(read(after.setArticleLimit(3))).isEqualTo(last.subList(10, 13));
        assertThat(read(ReplayWindowRequest.newBuilder()
                        .setAfterArrival(last.getLast().getArrival())))
                .isEmpty();
    }

    @Test
    void placesAreToldWithoutTextsAndReasons() {
        String original = "https://places.example/original";
        ArticleRecord sent = copy(record(storyId("places"), "https://places.example/copy"), original);
        record(record(storyId("places"), original));
        record(sent);
        record(record(storyId("places"), "https://places.example/staying"));
        record(record(storyId("other places"), "https://places.example/other"));
        moveAs("editor", storyId("other places"), original, "https://places.example/copy");

        List<ReplayWindowResponse> places =
                read(ReplayWindowRequest.newBuilder().setArticleLimit(3).setPlacesOnly(true));

        assertThat(places.get(0).getRecord())
                .isEqualTo(ArticleRecord.newBuilder()
                        .setArticle(Article.newBuilder()
                                .setId(sent.getArticle().getId())
                                .setTitle(sent.getArticle().getTitle())
                                .setContentHash(sent.getArticle().getContentHash()))
                        .setMembership(Membership.newBuilder()
                                .setStoryId(storyId("other places"))
                                .setCopyOfArticleId(articleId(original))
                                .setPinned(true))
                        .build());
        assertThat(places.get(1).getRecord().getMembership())
                .isEqualTo(Membership.newBuilder()
                        .setStoryId(storyId("places"))
                        .addBarredStoryIds(storyId("other places"))
                        .build());
    }

    @Test
    void aSlowCallerIsNotReadAheadFor() throws InterruptedException {
        String story = storyId("slow caller");
        for (List<String> batch : partition(urls("slow.example", 1_600), 200)) {
            record(batch.stream()
                    .map(url -> record(
                            story,
                            article(url).toBuilder().setText("x".repeat(20_000)).build()))
                    .toArray(ArticleRecord[]::new));
        }
        Iterator<ReplayWindowResponse> stream = storiesOnAnotherConnection()
                .replayWindow(
                        ReplayWindowRequest.newBuilder().setArticleLimit(1_600).build());
        stream.next();
        Thread.sleep(1_500);
        // a stream that has not been read to its end yet brings what arrives meanwhile
        record(record(story, "https://slow.example/meanwhile"));

        ArticleRecord last = stream.next().getRecord();
        while (stream.hasNext()) {
            last = stream.next().getRecord();
        }
        assertThat(last.getArticle().getCanonicalUrl()).isEqualTo("https://slow.example/meanwhile");
    }

    private static List<List<String>> partition(List<String> urls, int size) {
        return urls.stream().gather(Gatherers.windowFixed(size)).toList();
    }

    private static List<ReplayWindowResponse> read(ReplayWindowRequest.Builder request) {
        List<ReplayWindowResponse> responses = new ArrayList<>();
        stories().replayWindow(request.build()).forEachRemaining(responses::add);
        return responses;
    }

    private static List<ArticleRecord> replay(int limit) {
        List<ArticleRecord> records = new ArrayList<>();
        stories()
                .replayWindow(
                        ReplayWindowRequest.newBuilder().setArticleLimit(limit).build())
                .forEachRemaining(response -> records.add(response.getRecord()));
        return records;
    }
}
