package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.FirstReport;
import news.parallax.catalog.v1.GetKickersRequest;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.ReportTime;
import news.parallax.catalog.v1.Side;
import news.parallax.catalog.v1.SideComparison;
import news.parallax.catalog.v1.SideTelling;
import news.parallax.catalog.v1.SideTerm;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryDetails;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.StoryImage;
import news.parallax.catalog.v1.Subject;
import news.parallax.catalog.v1.SubjectKind;
import news.parallax.catalog.v1.SummaryPoint;
import news.parallax.catalog.v1.TimePrecision;
import news.parallax.catalog.v1.UpdateStoryRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only the page of a story shows: kept whole, cited, and of the articles that are in the story. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class StoryDetailsTest {
    private static final String FIRST = "https://details1.example/";
    private static final String SECOND = "https://details2.example/";

    @Test
    void detailsComeBackAsTheyWereRecordedWithTheOutletsThatTheyCite() {
        String id = storyId("details round trip");
        stories()
                .recordArticles(RecordArticlesRequest.newBuilder()
                        .addArticles(record(id, FIRST + "a"))
                        .addArticles(record(id, SECOND + "a"))
                        .addStories(digest(id, FIRST + "a").toBuilder().setDetails(details("a")))
                        .build());

        StoryDetails told = story(id).getDetails();
        assertThat(withoutOutlets(told)).isEqualTo(details("a"));
        assertThat(told.getComparison().getSides(0).getPoints(0).getSourceId()).isEqualTo("details1.example");
        assertThat(told.getComparison().getSides(0).getTerms(0).getExample().getLanguage())
                .isEqualTo("en");
        assertThat(told.getFirstReport().getReport().getSourceName()).isEqualTo("details1.example");
        assertThat(told.getFirstReport().getContenders(0).getSourceId()).isEqualTo("details2.example");
        assertThat(told.getImages(0).getSourceId()).isEqualTo("details2.example");
    }

    @Test
    void listsAreNotBurdenedWithThem() {
        String id = told("details in lists", "b");
        Story listed =
                stories()
                        .listStories(
                                ListStoriesRequest.newBuilder().setPageSize(200).build())
                        .getStoriesList()
                        .stream()
                        .filter(story -> story.getId().equals(id))
                        .findFirst()
                        .orElseThrow();
        assertThat(listed.hasDetails()).isFalse();
        assertThat(story(id).hasDetails()).isTrue();
    }

    @Test
    void aKickerIsThePlaceAndTheTopicThatMostOutletsName() {
        String id = told("kicker", "k");
        String bare = storyId("kicker of nothing");
        record(record(bare, FIRST + "bare"));
        StoryDetails about = StoryDetails.newBuilder()
                .addSubjects(subject("Mira Sandoval", "k").toBuilder().setKind(SubjectKind.SUBJECT_KIND_PERSON))
                .addSubjects(subject("harbors", "k").toBuilder().setKind(SubjectKind.SUBJECT_KIND_TOPIC))
                .addSubjects(subject("Porto", "k").toBuilder().setKind(SubjectKind.SUBJECT_KIND_PLACE))
                .addSubjects(subject("Lisbon", "k").toBuilder().setKind(SubjectKind.SUBJECT_KIND_PLACE))
                .build();
        update(digest(id, FIRST + "k").toBuilder().setDetails(about).build(), "details.subjects");

        var kickers = stories()
                .getKickers(GetKickersRequest.newBuilder()
                        .addStoryIds(bare)
                        .addStoryIds(id)
                        .addStoryIds(storyId("kicker of nobody"))
                        .build())
                .getKickersList();

        assertThat(kickers).singleElement().satisfies(kicker -> {
            assertThat(kicker.getStoryId()).isEqualTo(id);
            assertThat(kicker.getPlace().getText()).isEqualTo("Porto");
            assertThat(kicker.getTopic().getText()).isEqualTo("harbors");
        });
    }

    @Test
    void aKickerCitesNoArticleThatLeft() {
        String id = told("kicker leaves", "l");
        record(record(storyId("kicker receives"), "https://details3.example/l"));
        stories()
                .moveArticles(MoveArticlesRequest.newBuilder()
                        .setStoryId(storyId("kicker receives"))
                        .addArticleIds(articleId(FIRST + "l"))
                        .build());

        assertThat(stories()
                        .getKickers(
                                GetKickersRequest.newBuilder().addStoryIds(id).build())
                        .getKickersList())
                .isEmpty();
    }

    @Test
    void aDigestWithoutDetailsLeavesThoseThatAreStored() {
        String id = told("details stay", "c");
        update(digest(id, SECOND + "c").toBuilder().build());
        assertThat(withoutOutlets(story(id).getDetails())).isEqualTo(details("c"));
        assertThat(story(id).getTitle()).isEqualTo("Title of " + SECOND + "c");
    }

    @Test
    void aMaskChangesThePartThatItNamesAndNoOther() {
        String id = told("details masked", "d");
        StoryDetails other = StoryDetails.newBuilder()
                .addSubjects(subject("Porto", "d"))
                .addImages(StoryImage.newBuilder()
                        .setUrl("https://details1.example/other.jpg")
                        .setArticleId(articleId(FIRST + "d")))
                .build();
        update(digest(id, SECOND + "d").toBuilder().setDetails(other).build(), "details.subjects");

        Story story = story(id);
        assertThat(story.getTitle()).isEqualTo("Title of " + FIRST + "d");
        assertThat(story.getDetails().getSubjectsList())
                .extracting(Subject::getText)
                .containsExactly("Porto");
        assertThat(withoutOutlets(story.getDetails()).toBuilder()
                        .clearSubjects()
                        .build())
                .isEqualTo(details("d").toBuilder().clearSubjects().build());

        update(digest(id, SECOND + "d"), "details");
        assertThat(story(id).getDetails()).isEqualTo(StoryDetails.getDefaultInstance());
    }

    @Test
    void whatCitesAnArticleThatLeftTheStoryIsNotReturned() {
        String id = told("details leave", "e");
        String other = storyId("details receive");
        record(record(other, "https://details3.example/e"));
        stories()
                .moveArticles(MoveArticlesRequest.newBuilder()
                        .setStoryId(other)
                        .addArticleIds(articleId(FIRST + "e"))
                        .build());

        StoryDetails left = story(id).getDetails();
        assertThat(left.hasFirstReport()).isFalse();
        assertThat(left.getSubjectsList()).isEmpty();
        assertThat(left.getComparison().getSides(0).getTermsList()).isEmpty();
        assertThat(left.getComparison().getSides(0).getOutletCount()).isEqualTo(4);
        assertThat(left.getImagesList())
                .extracting(StoryImage::getUrl)
                .containsExactly("https://details2.example/e.jpg");
    }

    @Test
    void charactersThatTheDatabaseCannotKeepAreLeftOutAndOthersAreKept() {
        String id = storyId("details odd");
        record(record(id, FIRST + "f"));
        String odd = "a\0b \\u0000 \"c\" \u2028 \ud83d\ude00";
        update(digest(id, FIRST + "f").toBuilder()
                .setDetails(StoryDetails.newBuilder().addSubjects(subject(odd, "f")))
                .build());
        assertThat(story(id).getDetails().getSubjects(0).getText()).isEqualTo(odd.replace("\0", ""));
    }

    static Stream<Consumer<StoryDetails.Builder>> malformed() {
        return Stream.of(
                details -> IntStream.range(0, 31).forEach(i -> details.addSubjects(subject("S" + i, "g"))),
                details -> details.addSubjects(subject("x".repeat(5_001), "g")),
                details -> details.addSubjects(subject(" ", "g")),
                details -> details.addImages(StoryImage.newBuilder().setUrl("javascript:alert(1)")),
                details -> details.addImages(StoryImage.newBuilder().setUrl("https://a.example/" + "x".repeat(2_050))),
                details -> details.getComparisonBuilder().removeSides(2),
                details -> details.getComparisonBuilder().getSidesBuilder(1).setSide(Side.SIDE_UNRATED),
                details -> details.getComparisonBuilder()
                        .getSidesBuilder(0)
                        .getTermsBuilder(0)
                        .setZScore(Double.NaN),
                details -> details.getComparisonBuilder()
                        .getSidesBuilder(0)
                        .getPointsBuilder(0)
                        .clearText(),
                details -> IntStream.range(0, 6)
                        .forEach(_ -> details.getFirstReportBuilder().addContenders(ReportTime.getDefaultInstance())));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedDetailsAreRefusedWithWhatIsWrong(Consumer<StoryDetails.Builder> flaw) {
        String id = storyId("details refused");
        record(record(id, FIRST + "g"));
        var details = details("g").toBuilder();
        flaw.accept(details);
        var refusal = refusal(
                Code.INVALID_ARGUMENT,
                () -> update(
                        digest(id, FIRST + "g").toBuilder().setDetails(details).build()));
        assertThat(refusal.getReason()).isEqualTo("DETAILS_INVALID");
        assertThat(refusal.getMetadataMap()).containsEntry("story_id", id).hasSize(2);
    }

    private static String told(String name, String path) {
        String id = storyId(name);
        record(record(id, FIRST + path), record(id, SECOND + path));
        update(digest(id, FIRST + path).toBuilder().setDetails(details(path)).build());
        return id;
    }

    private static StoryDetails details(String path) {
        var point = SummaryPoint.newBuilder().setText("Text of left").setArticleId(articleId(FIRST + path));
        return StoryDetails.newBuilder()
                .setComparison(SideComparison.newBuilder()
                        .setLanguage("en")
                        .setOutletsMin(4)
                        .setZScoreMin(1.645)
                        .setTermOutletsMin(3)
                        .addSides(SideTelling.newBuilder()
                                .setSide(Side.SIDE_LEFT)
                                .setOutletCount(4)
                                .setOtherOutletCount(9)
                                .addTerms(SideTerm.newBuilder()
                                        .setText("public housing")
                                        .setZScore(2.25)
                                        .setOutletCount(4)
                                        .setExample(point))
                                .addPoints(point))
                        .addSides(SideTelling.newBuilder().setSide(Side.SIDE_CENTER))
                        .addSides(SideTelling.newBuilder().setSide(Side.SIDE_RIGHT)))
                .addSubjects(subject("Tarvos", path))
                .setFirstReport(FirstReport.newBuilder()
                        .setReport(report(FIRST + path))
                        .setUncertain(true)
                        .addContenders(report(SECOND + path))
                        .setContenderCount(1)
                        .setTieSeconds(300))
                .addImages(StoryImage.newBuilder()
                        .setUrl("https://details2.example/" + path + ".jpg")
                        .setArticleId(articleId(SECOND + path)))
                .build();
    }

    private static Subject subject(String text, String path) {
        return Subject.newBuilder()
                .setText(text)
                .setKind(SubjectKind.SUBJECT_KIND_PLACE)
                .setOutletCount(2)
                .setArticleId(articleId(FIRST + path))
                .build();
    }

    private static ReportTime report(String url) {
        return ReportTime.newBuilder()
                .setArticleId(articleId(url))
                .setTime(timestamp(NOON))
                .setPrecision(TimePrecision.TIME_PRECISION_HOUR)
                .build();
    }

    private static StoryDetails withoutOutlets(StoryDetails details) {
        var bare = details.toBuilder();
        bare.getComparisonBuilder().getSidesBuilderList().forEach(side -> {
            side.getPointsBuilderList().forEach(StoryDetailsTest::clearOutlet);
            side.getTermsBuilderList().forEach(term -> clearOutlet(term.getExampleBuilder()));
        });
        List.of(
                        bare.getFirstReportBuilder().getReportBuilder(),
                        bare.getFirstReportBuilder().getContendersBuilder(0))
                .forEach(report -> report.clearSourceId().clearSourceName());
        bare.getSubjectsBuilderList().forEach(Subject.Builder::clearSubjectId);
        bare.getImagesBuilderList().forEach(image -> image.clearSourceId().clearSourceName());
        return bare.build();
    }

    private static void clearOutlet(SummaryPoint.Builder point) {
        point.clearSourceId().clearSourceName().clearLanguage();
    }

    private static void update(StoryDigest digest, String... paths) {
        stories()
                .updateStory(UpdateStoryRequest.newBuilder()
                        .setStory(digest)
                        .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(paths)))
                        .build());
    }
}
