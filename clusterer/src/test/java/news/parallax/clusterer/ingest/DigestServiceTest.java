package news.parallax.clusterer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.grpc.ManagedChannel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.parallax.article.v1.Article;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.ImportRatingsRequest;
import news.parallax.catalog.v1.ImportSourcesRequest;
import news.parallax.catalog.v1.Rater;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.StoryDetails;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.TimePrecision;
import news.parallax.catalog.v1.UpdateStoryRequest;
import news.parallax.clusterer.Clusterer;
import news.parallax.clusterer.catalog.SourceClient;
import news.parallax.clusterer.digest.Outlets;
import news.parallax.clusterer.digest.Side;
import news.parallax.clusterer.election.Election;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stories say beside their points, from the stream to the packaged catalog. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class DigestServiceTest {

    private static final int OUTLETS = 4;

    @Inject
    Clusterer clusterer;

    @Inject
    SourceClient sources;

    @Inject
    @Readiness
    Election election;

    private ManagedChannel channel;

    @BeforeEach
    void connect() {
        channel = OpenService.channel(election);
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void theCatalogSaysWhereOutletsStand() {
        rate("known", Bias.BIAS_LEAN_LEFT, Bias.BIAS_RIGHT);
        Outlets outlets = sources.ratedOutlets();
        assertThat(outlets.of("www.known0.left.example").side()).contains(Side.LEFT);
        assertThat(outlets.of("known0.right.example").side()).contains(Side.RIGHT);
        assertThat(outlets.of("known0.right.example").name()).isEqualTo("known0.right");
        assertThat(outlets.of("nowhere.example").side()).isEmpty();
    }

    @Test
    void aNewStoryIsStoredWithItsSidesFirstReportAndImages() {
        rate("side", Bias.BIAS_LEFT, Bias.BIAS_FAR_RIGHT);
        clusterer.know(sources.ratedOutlets());
        List<Article> event = Articles.event(2 * OUTLETS);
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < event.size(); i++) {
            String host = "side%d.%s.example".formatted(i / 2, i % 2 == 0 ? "left" : "right");
            articles.add(
                    Articles.at(
                                    "https://" + host + "/" + Articles.name(),
                                    event.get(i).getTitle(),
                                    event.get(i).getText())
                            .toBuilder()
                            .setImageUrl("https://" + host + "/" + i + ".jpg")
                            .build());
        }
        String storyId = ingest(articles);

        StoryDetails details = details(storyId);
        assertThat(details.getComparison().getSidesList())
                .extracting(side -> side.getOutletCount())
                .containsExactly(OUTLETS, 0, OUTLETS);
        assertThat(details.getComparison().getLanguage()).isEqualTo("en");
        assertThat(details.getSubjectsList()).isNotEmpty();
        assertThat(details.getFirstReport().getUncertain())
                .as("all have the same full hour")
                .isTrue();
        assertThat(details.getFirstReport().getReport().getPrecision()).isEqualTo(TimePrecision.TIME_PRECISION_HOUR);
        assertThat(details.getFirstReport().getContenderCount()).isEqualTo(2 * OUTLETS - 1);
        assertThat(details.getImagesList()).hasSize(2 * OUTLETS);
        assertThat(details.getImages(0).getSourceName()).isNotEmpty();
    }

    @Test
    void aLargeStoryIsToldAnewAfterARestartAsItMayHaveChangedBefore() {
        String storyId = ingest(Articles.event(20));
        CatalogProcess.current()
                .stories()
                .updateStory(UpdateStoryRequest.newBuilder()
                        .setStory(StoryDigest.newBuilder().setStoryId(storyId))
                        .setUpdateMask(FieldMask.newBuilder().addPaths("details"))
                        .build());
        assertThat(details(storyId)).isEqualTo(StoryDetails.getDefaultInstance());

        clusterer.putRight();
        clusterer.tellWaiting();

        assertThat(details(storyId).getSubjectsList()).isNotEmpty();
    }

    /** Sends articles of one event; returns their story. */
    private String ingest(List<Article> articles) {
        Set<String> stories = IngestCall.ingest(channel, articles).stream()
                .map(answer -> answer.getStored().getStoryId())
                .collect(Collectors.toSet());
        assertThat(stories).hasSize(1);
        return stories.iterator().next();
    }

    private static StoryDetails details(String storyId) {
        return StoredStories.story(storyId).getDetails();
    }

    /** Adds rated sources: name0.left.example, name0.right.example and so on. */
    private static void rate(String name, Bias left, Bias right) {
        var imported = ImportSourcesRequest.newBuilder();
        var ratings = ImportRatingsRequest.newBuilder();
        for (int i = 0; i < OUTLETS; i++) {
            for (Bias bias : List.of(left, right)) {
                String id = "%s%d.%s.example".formatted(name, i, bias == left ? "left" : "right");
                imported.addSources(Source.newBuilder()
                        .setId(id)
                        .setName(id.replace(".example", ""))
                        .addDomains(id));
                ratings.addRatings(Rating.newBuilder()
                        .setSourceId(id)
                        .setRater(Rater.newBuilder()
                                .setId("compass")
                                .setName("Compass")
                                .setHomeUrl("https://compass.example/"))
                        .setUrl("https://compass.example/" + id)
                        .setBias(bias));
            }
        }
        var catalog = CatalogProcess.current().sources();
        assertThat(catalog.importSources(imported.build()).getReport().getRefusalsList())
                .isEmpty();
        assertThat(catalog.importRatings(ratings.build()).getReport().getRefusalsList())
                .isEmpty();
    }
}
