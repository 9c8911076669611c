package news.parallax.catalog.source;

import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.sources;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.parallax.article.v1.Article;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.search.Indexed;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.CreateMuteRequest;
import news.parallax.catalog.v1.GetSourceProfileRequest;
import news.parallax.catalog.v1.GetSourceProfileResponse;
import news.parallax.catalog.v1.RatingOverride;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.StoryDetails;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.Subject;
import news.parallax.catalog.v1.SubjectCount;
import news.parallax.catalog.v1.SubjectKind;
import news.parallax.catalog.v1.Target;
import news.parallax.catalog.v1.UpdateRatingOverrideRequest;
import news.parallax.catalog.v1.UpdateReaderRequest;
import org.junit.jupiter.api.Test;

/** Sources of Liechtenstein and Andorra, of which no other test tells. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class SourceProfileTest {
    private static final String OWN = "own-profile.example";
    private static final String PEER = "peer-profile.example";
    private static final String LEFT = "left-profile.example";
    private static final String ABROAD = "abroad-profile.example";

    @Test
    void aProfileTellsWhatASourceCoversInWhoseCompanyAndWhatPeersTellThatItDoesNot() {
        importSources(of(OWN, "LI", "de-LI"), of(PEER, "LI", "de"), of(LEFT, "AD", "ca"), of(ABROAD, "LI", "fr"));
        importRatings(rating(LEFT, "profile-rater", Bias.BIAS_LEFT));
        tell("alone", List.of(OWN), "Vaduz");
        tell("together", List.of(OWN, LEFT, PEER), "Vaduz", "Rheinbruecke");
        tell("peers one", List.of(PEER), "Malbun", "Rheinbruecke");
        tell("peers two", List.of(PEER, LEFT), "Malbun");
        tell("in french", List.of(ABROAD), "Balzers");
        tell("long ago", List.of(OWN), Instant.now().minus(Duration.ofDays(60)), "Malbun");
        Indexed.await();

        GetSourceProfileResponse profile = profile("www." + OWN, "", 0);

        assertThat(profile.getSourceId()).isEqualTo(OWN);
        assertThat(profile.getStoryCount()).isEqualTo(2);
        assertThat(profile.getStoryCountCut()).isFalse();
        assertThat(profile.getAloneStoryCount()).isEqualTo(1);
        assertThat(profile.getLeftCompanyCount()).isEqualTo(1);
        assertThat(profile.getUnratedCompanyCount()).isEqualTo(1);
        assertThat(profile.getCenterCompanyCount()).isZero();
        assertThat(profile.getRightCompanyCount()).isZero();
        assertThat(profile.getGapStoryCount()).isZero();
        assertThat(counts(profile.getSubjectsList())).containsExactly("Vaduz 2", "Rheinbruecke 1");
        assertThat(profile.getPeerCountry()).isEqualTo("LI");
        assertThat(profile.getPeerLanguage()).isEqualTo("de");
        assertThat(profile.getPeerStoryCount()).isEqualTo(2);
        // Rheinbruecke it covers, Balzers no peer tells, and Malbun it has told only long ago
        assertThat(counts(profile.getLeftOutSubjectsList())).containsExactly("Malbun 2");
        assertThat(profile(OWN, "", 90).getStoryCount()).isEqualTo(3);
        assertThat(profile(OWN, "", 90).getLeftOutSubjectsList()).isEmpty();
        seenByAReader(profile);
    }

    /** The same, of somebody who holds the left source to be of the right, and wants to hear nothing of Malbun. */
    private static void seenByAReader(GetSourceProfileResponse profile) {
        String reader = "profile-reader";
        readers()
                .updateReader(UpdateReaderRequest.newBuilder()
                        .setReader(Reader.newBuilder().setId(reader))
                        .build());
        readers()
                .updateRatingOverride(UpdateRatingOverrideRequest.newBuilder()
                        .setReaderId(reader)
                        .setRatingOverride(
                                RatingOverride.newBuilder().setSourceId(LEFT).setBias(Bias.BIAS_LEAN_RIGHT))
                        .build());
        readers()
                .createMute(CreateMuteRequest.newBuilder()
                        .setReaderId(reader)
                        .setTarget(Target.newBuilder()
                                .setSubjectId(profile.getLeftOutSubjects(0)
                                        .getSubject()
                                        .getId()))
                        .build());

        GetSourceProfileResponse seen = profile(OWN, reader, 0);

        assertThat(seen.getLeftCompanyCount()).isZero();
        assertThat(seen.getRightCompanyCount()).isEqualTo(1);
        assertThat(seen.getUnratedCompanyCount()).isEqualTo(1);
        assertThat(seen.getLeftOutSubjectsList()).isEmpty();
        assertThat(seen.getStoryCount()).isEqualTo(profile.getStoryCount());
    }

    @Test
    void aSourceOfWhichNeitherCountryNorLanguageIsKnownHasNoPeers() {
        importSources(of("unknown-profile.example", "", ""));

        GetSourceProfileResponse profile = profile("unknown-profile.example", "", 7);

        assertThat(profile.getStoryCount()).isZero();
        assertThat(profile.getPeerStoryCount()).isZero();
        assertThat(profile.getLeftOutSubjectsList()).isEmpty();
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        assertThat(refusal(Code.NOT_FOUND, () -> profile("nobody-profile.example", "", 0))
                        .getReason())
                .isEqualTo("SOURCE_NOT_FOUND");
        importSources(of("unknown-profile.example", "", ""));
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> profile("unknown-profile.example", "", 367))
                        .getReason())
                .isEqualTo("DAY_COUNT_INVALID");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> profile("unknown-profile.example", "", -1))
                        .getReason())
                .isEqualTo("DAY_COUNT_INVALID");
        assertThat(refusal(Code.NOT_FOUND, () -> profile("unknown-profile.example", "nobody", 0))
                        .getReason())
                .isEqualTo("READER_NOT_FOUND");
    }

    private static Source of(String id, String country, String language) {
        return source(id).toBuilder()
                .setCountry(country)
                .setLanguage(language)
                .addDomains("www." + id)
                .build();
    }

    private static void tell(String name, List<String> sources, String... subjects) {
        tell(name, sources, Instant.now().minus(Duration.ofHours(5)), subjects);
    }

    private static void tell(String name, List<String> sources, Instant time, String... subjects) {
        String story = storyId("profile " + name);
        var request = RecordArticlesRequest.newBuilder();
        for (String source : sources) {
            request.addArticles(record(story, at(url(source, name), time, source)));
        }
        var details = StoryDetails.newBuilder();
        for (String subject : subjects) {
            details.addSubjects(Subject.newBuilder()
                    .setText(subject)
                    .setKind(SubjectKind.SUBJECT_KIND_PLACE)
                    .setArticleId(articleId(url(sources.getFirst(), name)))
                    .setOutletCount(1));
        }
        stories()
                .recordArticles(request.addStories(StoryDigest.newBuilder()
                                .setStoryId(story)
                                .setTitle(name)
                                .setTitleArticleId(articleId(url(sources.getFirst(), name)))
                                .setDetails(details))
                        .build());
    }

    private static Article at(String url, Instant time, String source) {
        return article(url).toBuilder()
                .setLanguage(source.equals(ABROAD) ? "fr" : "de")
                .setText("Text of %s alone".formatted(url))
                .setPublishTime(timestamp(time))
                .setDiscoverTime(timestamp(time.plusSeconds(60)))
                .build();
    }

    private static String url(String source, String name) {
        return "https://%s/%s".formatted(source, name.replace(' ', '-'));
    }

    private static GetSourceProfileResponse profile(String source, String reader, int days) {
        return sources()
                .getSourceProfile(GetSourceProfileRequest.newBuilder()
                        .setSourceId(source)
                        .setReaderId(reader)
                        .setDayCount(days)
                        .build());
    }

    private static List<String> counts(List<SubjectCount> subjects) {
        return subjects.stream()
                .map(count -> "%s %d".formatted(count.getSubject().getName(), count.getStoryCount()))
                .toList();
    }
}
