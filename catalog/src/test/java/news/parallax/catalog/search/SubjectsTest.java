package news.parallax.catalog.search;

import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.searches;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.search.Indexed.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.GetSubjectRequest;
import news.parallax.catalog.v1.GetSubjectResponse;
import news.parallax.catalog.v1.ListSubjectsRequest;
import news.parallax.catalog.v1.ListSuggestionsRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.StoryDetails;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.StoryFilter;
import news.parallax.catalog.v1.Subject;
import news.parallax.catalog.v1.SubjectKind;
import news.parallax.catalog.v1.SubjectRecord;
import news.parallax.catalog.v1.Suggestion;
import news.parallax.catalog.v1.UpdateStoryRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class SubjectsTest {
    private static final SubjectKind TOPIC = SubjectKind.SUBJECT_KIND_TOPIC;
    private static final SubjectKind NAME = SubjectKind.SUBJECT_KIND_NAME;
    private static final SubjectKind PERSON = SubjectKind.SUBJECT_KIND_PERSON;
    private static final SubjectKind PLACE = SubjectKind.SUBJECT_KIND_PLACE;

    @Test
    void aNameIsOneSubjectInAllStoriesHoweverItIsWritten() {
        String first = told("names-1", "en", subject("Jožko Brandelin", NAME, ""));
        String second = told("names-2", "sk", subject("JOZKO BRANDELIN", PERSON, ""));
        Indexed.await();
        SubjectRecord subject = only(suggest("jozko"));
        assertThat(subject.getName()).isEqualTo("Jožko Brandelin");
        assertThat(subject.getKind()).isEqualTo(PERSON);
        assertThat(subject.getStoryCount()).isEqualTo(2);
        assertThat(find("", about(subject.getId()))).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aCountryIsOnePlaceInAllLanguagesAndATopicIsOfItsOwn() {
        told("countries-1", "en", subject("Elbonia", PLACE, "XE"), subject("zorgift", TOPIC, ""));
        told("countries-2", "de", subject("Elbonien", PLACE, "XE"), subject("zorgift", TOPIC, ""));
        Indexed.await();
        SubjectRecord country = only(suggest("elbonia"));
        assertThat(country.getCountry()).isEqualTo("XE");
        assertThat(country.getStoryCount()).isEqualTo(2);
        assertThat(suggest("zorgift"))
                .hasSize(2)
                .allSatisfy(topic -> assertThat(topic.getStoryCount()).isEqualTo(1));
    }

    @Test
    void storiesAreFoundByTheNamesOfTheirSubjectsAndByAllThatAreAskedFor() {
        String both = told("about-both", "en", subject("Quillonia", PLACE, ""), subject("fretmurk", TOPIC, ""));
        String one = told("about-one", "en", subject("Quillonia", PLACE, ""));
        Indexed.await();
        assertThat(find("quillonia")).containsExactlyInAnyOrder(both, one);
        String place = only(suggest("quillonia")).getId();
        String topic = only(suggest("fretmurk")).getId();
        assertThat(find("", about(place))).containsExactlyInAnyOrder(both, one);
        assertThat(find("", about(place, topic))).containsExactly(both);
        assertThat(story(both).getDetails().getSubjectsList())
                .extracting(Subject::getSubjectId)
                .containsExactly(place, topic);
    }

    @Test
    void aCountryIsFoundByItsCodeToo() {
        told("by-code", "en", subject("Tuvalu", PLACE, "TV"));
        Indexed.await();

        assertThat(get("TV").getSubject().getCountry()).isEqualTo("TV");
        assertThat(get("tv").getSubject().getId())
                .isEqualTo(only(suggest("tuvalu")).getId());
    }

    @Test
    void aNewDigestAMoveAndAMergeChangeWhatAStoryIsAbout() {
        String id = told("changes", "en", subject("Old Wexmoor", PLACE, ""));
        String other = told("changes-other", "en", subject("Drellan Fox", PERSON, ""));
        Indexed.await();
        String old = only(suggest("old wexmoor")).getId();
        String fox = only(suggest("drellan")).getId();

        digest(id, url("changes"), subject("Drellan Fox", PERSON, ""));
        Indexed.await();
        assertThat(get(old).getSubject().getStoryCount()).isZero();
        assertThat(suggest("old wexmoor")).isEmpty();
        assertThat(get(fox).getSubject().getStoryCount()).isEqualTo(2);

        stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(id)
                        .addMergedStoryIds(other)
                        .build());
        Indexed.await();
        assertThat(get(fox).getSubject().getStoryCount()).isEqualTo(1);
        assertThat(find("", about(fox))).containsExactly(id);

        String third = told("changes-third", "en");
        stories()
                .moveArticles(MoveArticlesRequest.newBuilder()
                        .setStoryId(third)
                        .addArticleIds(articleId(url("changes")))
                        .build());
        Indexed.await();
        assertThat(get(fox).getSubject().getStoryCount()).isZero();
        assertThat(find("", about(fox))).isEmpty();
    }

    @Test
    void whoCoversASubjectMostIsCountedInStories() {
        importSources(source("covers1.example"), source("covers2.example"));
        IntStream.range(0, 3).forEach(number -> {
            String id = storyId("covers " + number);
            String first = "https://covers1.example/" + number;
            record(record(id, first), record(id, first + "/again"));
            if (number > 0) {
                record(record(id, "https://covers2.example/" + number));
            }
            digest(id, first, subject("Marnoth Accord", NAME, ""));
        });
        Indexed.await();
        GetSubjectResponse subject = get(only(suggest("marnoth")).getId());
        assertThat(subject.getCountedStoryCount()).isEqualTo(3);
        assertThat(subject.getSourcesList())
                .extracting(source -> source.getSource().getId(), source -> source.getStoryCount())
                .containsExactly(tuple("covers1.example", 3), tuple("covers2.example", 2));
    }

    @Test
    void suggestionsBeginSoOrHaveAWordThatDoesOrAreWrittenMuchAlike() {
        told("suggest-1", "en", subject("Kestrovia", PLACE, ""));
        told("suggest-2", "en", subject("New Kestrovia", PLACE, ""), subject("100%_Kestro", TOPIC, ""));
        importSources(
                source("kestro.example").toBuilder().setName("Kestrovia Herald").build());
        Indexed.await();
        assertThat(suggest("kest")).extracting(SubjectRecord::getName).startsWith("Kestrovia", "New Kestrovia");
        assertThat(suggest("kestorvia")).extracting(SubjectRecord::getName).contains("Kestrovia");
        assertThat(suggest("100%_k")).extracting(SubjectRecord::getName).containsExactly("100%_Kestro");
        assertThat(suggest("%")).isEmpty();
        assertThat(searches()
                        .listSuggestions(ListSuggestionsRequest.newBuilder()
                                .setText("KÉST")
                                .addKinds(PERSON)
                                .build())
                        .getSuggestionsList())
                .extracting(suggestion -> suggestion.getSource().getName())
                .containsExactly("Kestrovia Herald");
    }

    @Test
    void walkingAllPagesMeetsEachSubjectOnceByMostStories() {
        IntStream.range(0, 7)
                .forEach(number -> told("list-" + number, "en", subject("Listovar " + number, PERSON, "")));
        Indexed.await();
        List<SubjectRecord> listed = new ArrayList<>();
        var request = ListSubjectsRequest.newBuilder().addKinds(PERSON).setPageSize(2);
        do {
            var page = searches().listSubjects(request.build());
            listed.addAll(page.getSubjectsList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        assertThat(listed).extracting(SubjectRecord::getId).doesNotHaveDuplicates();
        assertThat(listed).extracting(SubjectRecord::getName).contains("Listovar 0", "Listovar 6");
        assertThat(listed).allSatisfy(subject -> assertThat(subject.getKind()).isEqualTo(PERSON));
        assertThat(listed).extracting(SubjectRecord::getStoryCount).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void whatIsNotThereOrMalformedIsRefusedWithTheReason() {
        assertThat(refusal(Code.NOT_FOUND, () -> get("nosuchsubject")).getReason())
                .isEqualTo("SUBJECT_NOT_FOUND");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> suggest("x".repeat(101)))
                        .getReason())
                .isEqualTo("TEXT_TOO_LONG");
        assertThat(suggest(" ")).isEmpty();
    }

    private static String url(String name) {
        return "https://subjects.example/" + name;
    }

    private static String told(String name, String language, Subject.Builder... subjects) {
        String id = storyId("subjects " + name);
        record(record(id, article(url(name)).toBuilder().setLanguage(language).build()));
        digest(id, url(name), subjects);
        return id;
    }

    private static void digest(String id, String url, Subject.Builder... subjects) {
        var details = StoryDetails.newBuilder();
        Stream.of(subjects).map(subject -> subject.setArticleId(articleId(url))).forEach(details::addSubjects);
        stories()
                .updateStory(UpdateStoryRequest.newBuilder()
                        .setStory(StoryDigest.newBuilder()
                                .setStoryId(id)
                                .setTitle("Title of " + url)
                                .setTitleArticleId(articleId(url))
                                .setDetails(details))
                        .build());
    }

    private static Subject.Builder subject(String text, SubjectKind kind, String country) {
        return Subject.newBuilder()
                .setText(text)
                .setKind(kind)
                .setCountry(country)
                .setOutletCount(1);
    }

    private static StoryFilter about(String... ids) {
        return StoryFilter.newBuilder().addAllSubjectIds(List.of(ids)).build();
    }

    private static GetSubjectResponse get(String id) {
        return searches()
                .getSubject(GetSubjectRequest.newBuilder().setSubjectId(id).build());
    }

    private static List<SubjectRecord> suggest(String text) {
        return searches()
                .listSuggestions(ListSuggestionsRequest.newBuilder()
                        .setText(text)
                        .setSubjectsOnly(true)
                        .build())
                .getSuggestionsList()
                .stream()
                .map(Suggestion::getSubject)
                .toList();
    }

    private static SubjectRecord only(List<SubjectRecord> subjects) {
        assertThat(subjects).hasSize(1);
        return subjects.getFirst();
    }
}
