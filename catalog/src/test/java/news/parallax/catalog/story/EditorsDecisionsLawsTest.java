package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.story.StoryChanges.mergeAs;
import static news.parallax.catalog.story.StoryChanges.moveAs;
import static news.parallax.catalog.story.StoryChanges.splitAs;
import static news.parallax.catalog.story.StoryChanges.urls;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ArticleRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds however editors and the machine take turns, told by pairs of articles: those that an editor put into one
 * story, and those that one was taken from, until an editor decides otherwise.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class EditorsDecisionsLawsTest {
    private static final int ARTICLES = 9;
    private static final int CHANGES = 10;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theMachineNeverUndoesWhatAnEditorDidAndIsFreeElsewhere(int seed) {
        var random = new Random(seed);
        var world = new World(seed);
        for (int number = 0; number < CHANGES; number++) {
            world.change(random, number);
            assertThat(world.together)
                    .allSatisfy(pair -> assertThat(world.storiesOf(pair)).hasSize(1));
            assertThat(world.apart)
                    .allSatisfy(pair -> assertThat(world.storiesOf(pair)).hasSize(2));
        }
        new HashSet<>(world.storyOf.values())
                .forEach(id -> assertThat(urls(id)).containsExactlyInAnyOrderElementsOf(world.of(id)));
    }

    /** Where the articles are, and what editors decided about them. */
    private static final class World {
        private final String name;
        private final Map<String, String> storyOf = new TreeMap<>();
        private final Set<Set<String>> together = new HashSet<>();
        private final Set<Set<String>> apart = new HashSet<>();

        World(int seed) {
            name = "decisions " + seed;
            for (int number = 0; number < ARTICLES; number++) {
                String url = "https://decisions.example/%d-%d".formatted(seed, number);
                storyOf.put(url, storyId("%s story %d".formatted(name, number / 3)));
            }
            record(storyOf.entrySet().stream()
                    .map(place -> record(place.getValue(), place.getKey()))
                    .toArray(ArticleRecord[]::new));
        }

        Set<String> of(String storyId) {
            var urls = new TreeSet<>(storyOf.keySet());
            urls.removeIf(url -> !storyOf.get(url).equals(storyId));
            return urls;
        }

        Set<String> storiesOf(Set<String> urls) {
            var stories = new TreeSet<String>();
            urls.forEach(url -> stories.add(storyOf.get(url)));
            return stories;
        }

        /** Merges, splits or moves at random, as an editor or as the machine. */
        void change(Random random, int number) {
            String actor = random.nextInt(3) == 0 ? "editor" : "clusterer";
            List<String> present = List.copyOf(new TreeSet<>(storyOf.values()));
            String story = present.get(random.nextInt(present.size()));
            String other = present.get(random.nextInt(present.size()));
            String fresh = storyId("%s change %d".formatted(name, number));
            List<String> chosen =
                    of(story).stream().filter(_ -> random.nextInt(2) == 0).toList();
            boolean some = !chosen.isEmpty() && chosen.size() < of(story).size();
            switch (random.nextInt(3)) {
                case 0 -> {
                    if (!story.equals(other)) {
                        make(actor, of(story), other, () -> mergeAs(actor, other, story));
                    }
                }
                case 1 -> {
                    if (some) {
                        make(actor, chosen, fresh, () -> splitAs(actor, story, fresh, chosen.toArray(String[]::new)));
                    }
                }
                default -> {
                    if (some && !story.equals(other)) {
                        make(actor, chosen, other, () -> moveAs(actor, other, chosen.toArray(String[]::new)));
                    }
                }
            }
        }

        private void make(String actor, Collection<String> moving, String destination, Runnable call) {
            boolean editor = actor.equals("editor");
            boolean free = moving.stream().noneMatch(this::isDecided);
            try {
                call.run();
            } catch (StatusRuntimeException e) {
                assertThat(e.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
                assertThat(editor || free).isFalse();
                return;
            }
            Set<String> left = storiesOf(new HashSet<>(moving));
            moving.forEach(url -> storyOf.put(url, destination));
            if (editor) {
                left.forEach(origin -> of(origin).forEach(stays -> moving.forEach(url -> decide(url, stays))));
                of(destination).forEach(one -> of(destination).forEach(two -> decide(one, two)));
            }
        }

        private void decide(String one, String two) {
            if (!one.equals(two)) {
                boolean same = storyOf.get(one).equals(storyOf.get(two));
                (same ? together : apart).add(Set.of(one, two));
                (same ? apart : together).remove(Set.of(one, two));
            }
        }

        private boolean isDecided(String url) {
            return together.stream().anyMatch(pair -> pair.contains(url))
                    || apart.stream().anyMatch(pair -> pair.contains(url));
        }
    }
}
