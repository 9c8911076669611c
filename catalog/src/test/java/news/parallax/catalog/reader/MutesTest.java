package news.parallax.catalog.reader;

import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.searches;
import static news.parallax.catalog.CatalogService.sources;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.reader.Lists.ANYBODY;
import static news.parallax.catalog.reader.Lists.about;
import static news.parallax.catalog.reader.Lists.found;
import static news.parallax.catalog.reader.Lists.listed;
import static news.parallax.catalog.reader.Lists.outlets;
import static news.parallax.catalog.reader.Lists.pages;
import static news.parallax.catalog.reader.Lists.sourceIds;
import static news.parallax.catalog.reader.Lists.story;
import static news.parallax.catalog.reader.Lists.subjects;
import static news.parallax.catalog.reader.Lists.suggestions;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.change.Watcher;
import news.parallax.catalog.search.Indexed;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.ChangedStory;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.GetSubjectRequest;
import news.parallax.catalog.v1.ImportSourcesRequest;
import news.parallax.catalog.v1.ListMutesRequest;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.MarkedTarget;
import news.parallax.catalog.v1.Owner;
import news.parallax.catalog.v1.SearchStoriesRequest;
import news.parallax.catalog.v1.Side;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryFilter;
import news.parallax.catalog.v1.StoryOrder;
import news.parallax.catalog.v1.SubjectSource;
import news.parallax.catalog.v1.SummaryPoint;
import news.parallax.catalog.v1.UpdateStoryRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class MutesTest {
    @Test
    void aMutedSourceIsInNoList() {
        importSources(
                source("loud.example").toBuilder()
                        .addDomains("loud-edition.example")
                        .build(),
                source("quiet.example"));
        String alone = storyId("mutes alone");
        String both = storyId("mutes both");
        record(
                record(alone, "https://loud.example/alone"),
                record(both, "https://loud.example/both"),
                record(both, "https://quiet.example/both"));
        tell(both, "https://quiet.example/both", "Muttermoor");
        Indexed.await();
        String subject = suggestions(ANYBODY, "muttermoor").getFirst();
        SomeReader reader = SomeReader.add("mutes-a-source");
        reader.mute(SomeReader.source("loud-edition.example"));

        for (StoryOrder order : List.of(StoryOrder.STORY_ORDER_TOP, StoryOrder.STORY_ORDER_LATEST)) {
            assertThat(listed(ANYBODY, ListStoriesRequest.newBuilder().setOrder(order)))
                    .contains(alone, both);
            assertThat(listed(reader.id(), ListStoriesRequest.newBuilder().setOrder(order)))
                    .contains(both)
                    .doesNotContain(alone);
        }
        var ofTheSource = StoryFilter.newBuilder().addSourceIds("loud.example");
        assertThat(found(ANYBODY, ofTheSource)).containsExactlyInAnyOrder(alone, both);
        assertThat(found(reader.id(), ofTheSource)).containsExactly(both);
        assertThat(outlets(ANYBODY, both)).containsExactlyInAnyOrder("loud.example", "quiet.example");
        assertThat(outlets(reader.id(), both)).containsExactly("quiet.example");
        assertThat(suggestions(ANYBODY, "loud.exam")).contains("loud.example");
        assertThat(suggestions(reader.id(), "loud.exam")).doesNotContain("loud.example");
        assertThat(sourceIds(ANYBODY, Side.SIDE_UNSPECIFIED)).contains("loud.example", "quiet.example");
        assertThat(sourceIds(reader.id(), Side.SIDE_UNSPECIFIED))
                .contains("quiet.example")
                .doesNotContain("loud.example");
        assertThat(covering(ANYBODY, subject)).containsExactlyInAnyOrder("loud.example", "quiet.example");
        assertThat(covering(reader.id(), subject)).containsExactly("quiet.example");
    }

    @Test
    void aMutedSubjectIsInNoListAndNeitherAreItsStories() throws Exception {
        String about = storyId("mutes about");
        String other = storyId("mutes other");
        record(record(about, "https://mutesubject.example/a"), record(other, "https://mutesubject.example/b"));
        tell(about, "https://mutesubject.example/a", "Zwielberg", "Harmlos");
        tell(other, "https://mutesubject.example/b", "Harmlos");
        Indexed.await();
        String subject = suggestions(ANYBODY, "zwielberg").getFirst();
        SomeReader reader = SomeReader.add("mutes-a-subject");
        reader.mute(SomeReader.subject(subject));

        var all = ListStoriesRequest.newBuilder().setSourceId("mutesubject.example");
        assertThat(listed(ANYBODY, all)).containsExactlyInAnyOrder(about, other);
        assertThat(listed(reader.id(), all)).containsExactly(other);
        var filter = StoryFilter.newBuilder().addSourceIds("mutesubject.example");
        assertThat(found(ANYBODY, filter)).containsExactlyInAnyOrder(about, other);
        assertThat(found(reader.id(), filter)).containsExactly(other);
        assertThat(suggestions(reader.id(), "zwielberg")).isEmpty();
        assertThat(subjects(ANYBODY)).contains(subject);
        assertThat(subjects(reader.id())).isNotEmpty().doesNotContain(subject);
        try (Watcher watcher = Watcher.openFor(reader.id())) {
            record(record(about, "https://mutesubject.example/c"));
            record(record(other, "https://mutesubject.example/d"));
            List<ChangedStory> seen =
                    watcher.until(change -> change.getStoryId().equals(other));
            assertThat(seen).extracting(ChangedStory::getStoryId).doesNotContain(about);
        }

        reader.unmute(SomeReader.subject(subject));
        assertThat(listed(reader.id(), all)).containsExactlyInAnyOrder(about, other);
    }

    @Test
    void aMutedOwnerMutesWhatItOwnsAtAnyDepth() {
        sources()
                .importSources(ImportSourcesRequest.newBuilder()
                        .addParentOwners(Owner.newBuilder().setId("mute-top").setName("Top"))
                        .addParentOwners(Owner.newBuilder()
                                .setId("mute-middle")
                                .setName("Middle")
                                .setParentOwnerId("mute-top"))
                        .addSources(source("owned-deep.example").toBuilder()
                                .addOwners(Owner.newBuilder()
                                        .setId("mute-low")
                                        .setName("Low")
                                        .setParentOwnerId("mute-middle")))
                        .addSources(source("owned-else.example").toBuilder()
                                .addOwners(Owner.newBuilder().setId("mute-else").setName("Else")))
                        .build());
        String deep = storyId("mutes deep");
        String elsewhere = storyId("mutes else");
        record(record(deep, "https://owned-deep.example/a"), record(elsewhere, "https://owned-else.example/a"));
        SomeReader reader = SomeReader.add("mutes-an-owner");
        reader.mute(SomeReader.owner("mute-top"));

        assertThat(listed(reader.id(), ListStoriesRequest.newBuilder()))
                .contains(elsewhere)
                .doesNotContain(deep);
        assertThat(outlets(reader.id(), deep)).isEmpty();
        assertThat(outlets(ANYBODY, deep)).containsExactly("owned-deep.example");
    }

    @Test
    void pagesStayFull() {
        List<String> told = IntStream.range(0, 12)
                .mapToObj(number -> {
                    String id = storyId("mutes page " + number);
                    String url = "https://mutepages.example/" + number;
                    record(record(id, url));
                    tell(id, url, number % 3 == 0 ? "Seldomheard" : "Oftenheard");
                    return id;
                })
                .toList();
        Indexed.await();
        SomeReader reader = SomeReader.add("mutes-much");
        reader.mute(SomeReader.subject(suggestions(ANYBODY, "oftenheard").getFirst()));
        List<String> left = Stream.of(0, 3, 6, 9).map(told::get).toList();

        List<List<String>> pages = pages(ListStoriesRequest.newBuilder()
                .setSourceId("mutepages.example")
                .setReaderId(reader.id())
                .setPageSize(2)
                .build());
        assertThat(pages).extracting(List::size).containsExactly(2, 2);
        assertThat(pages).flatExtracting(page -> page).containsExactlyInAnyOrderElementsOf(left);
        assertThat(found(SearchStoriesRequest.newBuilder()
                        .setReaderId(reader.id())
                        .setFilter(StoryFilter.newBuilder().addSourceIds("mutepages.example"))
                        .setPageSize(3)))
                .containsExactlyInAnyOrderElementsOf(left);
    }

    @Test
    void gapsAreMutedAsOtherStories() {
        String gap = storyId("mutes gap");
        for (int number = 0; number < 7; number++) {
            String id = "mutegap%d.example".formatted(number);
            importSources(source(id));
            importRatings(rating(id, "rater", Bias.BIAS_RIGHT), rating(id, "rater", Factuality.FACTUALITY_HIGH));
            record(record(gap, "https://" + id + "/gap"));
        }
        tell(gap, "https://mutegap0.example/gap", "Gapwardine");
        Indexed.await();
        var gaps = ListStoriesRequest.newBuilder().setGapOnly(true).setSourceId("mutegap0.example");
        SomeReader reader = SomeReader.add("mutes-a-gap");
        assertThat(listed(reader.id(), gaps)).containsExactly(gap);

        reader.mute(SomeReader.subject(suggestions(ANYBODY, "gapwardine").getFirst()));
        assertThat(listed(reader.id(), gaps)).isEmpty();
        assertThat(listed(ANYBODY, gaps)).containsExactly(gap);
    }

    @Test
    void headlineAndSentencesOfAMutedSourceGiveWayAndTheCountsStay() {
        importSources(source("shouts.example"), source("whispers.example"));
        String story = storyId("mutes headline");
        record(record(story, "https://shouts.example/a"), record(story, "https://whispers.example/a"));
        stories()
                .updateStory(UpdateStoryRequest.newBuilder()
                        .setStory(digest(
                                        story,
                                        "https://shouts.example/a",
                                        "https://shouts.example/a",
                                        "https://whispers.example/a")
                                .toBuilder()
                                .setDetails(about("https://shouts.example/a", "Shoutworthy")))
                        .build());
        SomeReader reader = SomeReader.add("mutes-a-headline");
        reader.mute(SomeReader.source("shouts.example"));

        Story shown = story(reader.id(), story);
        assertThat(shown.getTitle()).isEqualTo("Title of https://whispers.example/a");
        assertThat(shown.getSummaryList()).extracting(SummaryPoint::getSourceId).containsExactly("whispers.example");
        assertThat(shown.getDetails().getSubjectsList()).isEmpty();
        assertThat(shown.getCoverage()).isEqualTo(story(ANYBODY, story).getCoverage());
        assertThat(shown.getSlug()).isEqualTo(story(ANYBODY, story).getSlug());
        assertThat(story(ANYBODY, story).getTitle()).isEqualTo("Title of https://shouts.example/a");
        assertThat(story(ANYBODY, story).getDetails().getSubjectsList()).hasSize(1);

        // nobody else tells it: it is not listed, but shown to who asks for it
        reader.mute(SomeReader.source("whispers.example"));
        assertThat(story(reader.id(), story).getTitle()).isEqualTo("Title of https://shouts.example/a");
        assertThat(listed(reader.id(), ListStoriesRequest.newBuilder())).doesNotContain(story);
    }

    @Test
    void mutesAreListedWithWhatTheyAreAndAtMostSoMany() {
        importSources(source("listed1.example"), source("listed2.example"));
        record(record(storyId("mutes listed"), "https://listed1.example/a"));
        tell(storyId("mutes listed"), "https://listed1.example/a", "Listworthy");
        Indexed.await();
        SomeReader reader = SomeReader.add("mutes-lists");
        String subject = suggestions(ANYBODY, "listworthy").getFirst();
        reader.mute(SomeReader.source("listed1.example"));
        reader.mute(SomeReader.subject(subject));
        reader.mute(SomeReader.source("listed1.example"));
        reader.mute(SomeReader.source("listed2.example"));

        List<MarkedTarget> mutes = readers()
                .listMutes(
                        ListMutesRequest.newBuilder().setReaderId(reader.id()).build())
                .getMutesList();
        assertThat(mutes).hasSize(3);
        assertThat(mutes.get(0).getSource().getName()).isEqualTo("The listed2.example");
        assertThat(mutes.get(1).getSubject().getName()).isEqualTo("Listworthy");
        assertThat(mutes.get(2).getTarget()).isEqualTo(SomeReader.source("listed1.example"));
        assertThat(refusal(Code.NOT_FOUND, () -> reader.mute(SomeReader.subject("0000")))
                        .getReason())
                .isEqualTo("SUBJECT_NOT_FOUND");
        assertThat(refusal(Code.NOT_FOUND, () -> reader.mute(SomeReader.owner("nobody at all")))
                        .getReason())
                .isEqualTo("OWNER_NOT_FOUND");
        importSources(source("listed3.example"), source("listed4.example"));
        reader.mute(SomeReader.source("listed3.example"));
        assertThat(refusal(Code.RESOURCE_EXHAUSTED, () -> reader.mute(SomeReader.source("listed4.example")))
                        .getReason())
                .isEqualTo("TOO_MANY_MUTES");
    }

    @Test
    void aListForAReaderWhoIsNotThereIsRefused() {
        assertThat(refusal(Code.NOT_FOUND, () -> listed("nobody-mutes", ListStoriesRequest.newBuilder()))
                        .getReason())
                .isEqualTo("READER_NOT_FOUND");
    }

    private static void tell(String storyId, String url, String... names) {
        stories()
                .updateStory(UpdateStoryRequest.newBuilder()
                        .setStory(digest(storyId, url).toBuilder().setDetails(about(url, names)))
                        .build());
    }

    private static List<String> covering(String readerId, String subjectId) {
        return searches()
                .getSubject(GetSubjectRequest.newBuilder()
                        .setSubjectId(subjectId)
                        .setReaderId(readerId)
                        .build())
                .getSourcesList()
                .stream()
                .map(SubjectSource::getSource)
                .map(source -> source.getId())
                .toList();
    }
}
