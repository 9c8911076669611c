package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.urls;
import static news.parallax.catalog.story.StoryChanges.events;
import static news.parallax.catalog.story.StoryChanges.merge;
import static news.parallax.catalog.story.StoryChanges.mergeAs;
import static news.parallax.catalog.story.StoryChanges.splitAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.CatalogService;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.ListPlacementsRequest;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.Membership;
import news.parallax.catalog.v1.Placement;
import news.parallax.catalog.v1.ReplayWindowRequest;
import news.parallax.catalog.v1.StoryEvent;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ListPlacementsTest {
    @Test
    void everyArticleThatADecisionIsAboutIsListedHoweverManyTheEventNames() {
        String old = storyId("placements old");
        String made = storyId("placements made");
        List<String> urls = urls("placements.example", 1_205);
        record(old, urls);
        String before = lastEvent();

        splitAs("editor", old, made, urls.subList(5, 1_205).toArray(String[]::new));

        assertThat(events(old).getFirst().getArticleIdsCount()).isEqualTo(1_000);
        List<Placement> placements = placementsAfter(before);
        assertThat(placements)
                .hasSize(1_205)
                .extracting(Placement::getArticleId)
                .doesNotHaveDuplicates();
        assertThat(placements)
                .filteredOn(Placement::getPinned)
                .hasSize(1_200)
                .extracting(Placement::getStoryId)
                .containsOnly(made);
        assertThat(placements)
                .filteredOn(placement -> !placement.getPinned())
                .extracting(Placement::getArticleId, Placement::getStoryId, Placement::getBarredStoryIdsList)
                .containsExactlyInAnyOrderElementsOf(urls.subList(0, 5).stream()
                        .map(url -> tuple(articleId(url), old, List.of(made)))
                        .toList());
    }

    @Test
    void onlyTheLatestDecisionAboutAnArticleIsListed() {
        String old = storyId("latest old");
        String made = storyId("latest made");
        List<String> urls = urls("latest.example", 2);
        record(old, urls);
        splitAs("editor", old, made, urls.getLast());
        String between = lastEvent();
        mergeAs("editor", old, made);

        assertThat(placementsAfter(between))
                .extracting(Placement::getStoryId, Placement::getPinned, Placement::getBarredStoryIdsCount)
                .containsExactly(tuple(old, true, 0), tuple(old, true, 0));
        assertThat(placementsAfter(lastEvent())).isEmpty();
    }

    @Test
    void whatTheMachineDoesIsNoDecision() {
        record(storyId("machine one"), List.of("https://machine.example/1"));
        record(storyId("machine two"), List.of("https://machine.example/2"));
        String before = lastEvent();
        merge(storyId("machine one"), storyId("machine two"));

        assertThat(lastEvent()).isNotEqualTo(before);
        assertThat(placementsAfter(before)).isEmpty();
    }

    @Test
    void aWindowThatIsReadBackKnowsThem() {
        String old = storyId("replayed old");
        String made = storyId("replayed made");
        List<String> urls = urls("replayed.example", 2);
        record(old, urls);
        splitAs("editor", old, made, urls.getLast());

        List<Membership> memberships = new ArrayList<>();
        stories()
                .replayWindow(
                        ReplayWindowRequest.newBuilder().setArticleLimit(2).build())
                .forEachRemaining(
                        response -> memberships.add(response.getRecord().getMembership()));
        assertThat(memberships)
                .extracting(Membership::getStoryId, Membership::getPinned, Membership::getBarredStoryIdsList)
                .containsExactly(tuple(old, false, List.of(made)), tuple(made, true, List.of()));
    }

    @Test
    void anEventThatIsNoNumberIsRefused() {
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> placementsAfter("x")).getReason())
                .isEqualTo("EVENT_ID_INVALID");
    }

    private static void record(String storyId, List<String> urls) {
        for (int from = 0; from < urls.size(); from += 500) {
            CatalogService.record(urls.subList(from, Math.min(from + 500, urls.size())).stream()
                    .map(url -> Samples.record(storyId, url))
                    .toArray(ArticleRecord[]::new));
        }
    }

    /** Returns the id of the latest event of all. */
    private static String lastEvent() {
        return stories()
                .listStoryEvents(
                        ListStoryEventsRequest.newBuilder().setPageSize(1).build())
                .getEventsList()
                .stream()
                .map(StoryEvent::getId)
                .findFirst()
                .orElse("");
    }

    private static List<Placement> placementsAfter(String eventId) {
        List<Placement> placements = new ArrayList<>();
        var request =
                ListPlacementsRequest.newBuilder().setAfterEventId(eventId).setPageSize(200);
        do {
            var page = stories().listPlacements(request.build());
            placements.addAll(page.getPlacementsList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return placements;
    }
}
