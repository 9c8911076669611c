package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.articles;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.copy;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.story.StoryChanges.merge;
import static news.parallax.catalog.story.StoryChanges.move;
import static news.parallax.catalog.story.StoryChanges.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryArticle;
import news.parallax.catalog.v1.SummaryPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after any changes: told by a plain map from article to story. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class StoryRegroupingLawsTest {
    private static final int CHANGES = 6;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyArticleIsWhereTheChangesPutItAndEveryStorySaysWhatItsArticlesSay(int seed) {
        var random = new Random(seed);
        Map<String, String> storyOf = recordThreeStories(seed);
        Set<String> ids = new TreeSet<>(storyOf.values());
        for (int change = 0; change < CHANGES; change++) {
            change(random, storyOf, ids, "law %d, %d".formatted(seed, change));
        }

        Map<String, Set<String>> urls = storyOf.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toCollection(TreeSet::new))));
        urls.forEach(StoryRegroupingLawsTest::check);
        assertThat(ids).allSatisfy(id -> assertThat(story(id).getId()).isIn(urls.keySet()));
    }

    /** Nine articles of three stories and three outlets; every third is a copy of the one before. */
    private static Map<String, String> recordThreeStories(int seed) {
        Map<String, String> storyOf = new TreeMap<>();
        var request = RecordArticlesRequest.newBuilder();
        for (int number = 0; number < 9; number++) {
            String story = storyId("law %d story %d".formatted(seed, number / 3));
            String url = url(seed, number);
            var sent = record(story, url);
            request.addArticles(number % 3 == 2 ? copy(sent, url(seed, number - 1)) : sent);
            storyOf.put(url, story);
        }
        for (int number = 0; number < 9; number += 3) {
            String url = url(seed, number);
            request.addStories(digest(storyOf.get(url), url, url, url(seed, number + 1)));
        }
        stories().recordArticles(request.build());
        return storyOf;
    }

    private static String url(int seed, int number) {
        return "https://law-%d.example/%d-%d".formatted(number * 7 % 3 + number % 2, seed, number);
    }

    private static void change(Random random, Map<String, String> storyOf, Set<String> ids, String name) {
        List<String> present = List.copyOf(new TreeSet<>(storyOf.values()));
        String story = present.get(random.nextInt(present.size()));
        String other = present.get(random.nextInt(present.size()));
        List<String> chosen =
                storyOf.keySet().stream().filter(url -> random.nextInt(3) == 0).toList();
        List<String> leaving =
                chosen.stream().filter(url -> storyOf.get(url).equals(story)).toList();
        switch (random.nextInt(3)) {
            case 0 -> {
                if (!story.equals(other)) {
                    merge(story, other);
                    storyOf.replaceAll((_, id) -> id.equals(other) ? story : id);
                }
            }
            case 1 -> {
                if (!leaving.isEmpty()
                        && leaving.size()
                                < storyOf.values().stream()
                                        .filter(story::equals)
                                        .count()) {
                    ids.add(storyId(name));
                    split(story, storyId(name), leaving.toArray(String[]::new));
                    leaving.forEach(url -> storyOf.put(url, storyId(name)));
                }
            }
            default -> {
                if (!chosen.isEmpty()) {
                    move(story, chosen.toArray(String[]::new));
                    chosen.forEach(url -> storyOf.put(url, story));
                }
            }
        }
    }

    private static void check(String id, Set<String> urls) {
        List<StoryArticle> members = articles(id);
        assertThat(members)
                .extracting(listed -> listed.getArticle().getCanonicalUrl())
                .containsExactlyInAnyOrderElementsOf(urls);
        Set<String> articleIds = urls.stream().map(Samples::articleId).collect(Collectors.toSet());
        assertThat(members)
                .extracting(listed -> listed.getMembership().getCopyOfArticleId())
                .allSatisfy(original -> assertThat(original.isEmpty() || articleIds.contains(original))
                        .isTrue());
        Story story = story(id);
        assertThat(story.getId()).isEqualTo(id);
        assertThat(story.getArticleCount()).isEqualTo(urls.size());
        assertThat(story.getCoverage().getAll().getTotalSources()).isEqualTo(sources(members));
        assertThat(story.getCoverage().getIndependent().getTotalSources())
                .isEqualTo(sources(members.stream()
                        .filter(listed ->
                                listed.getMembership().getCopyOfArticleId().isEmpty())
                        .toList()));
        assertThat(story.getTitle()).isNotEmpty();
        List<String> cited = new ArrayList<>(
                story.getSummaryList().stream().map(SummaryPoint::getArticleId).toList());
        cited.add(story.getTitleArticleId());
        assertThat(articleIds).containsAll(cited);
    }

    private static int sources(List<StoryArticle> members) {
        return (int) members.stream()
                .map(listed -> listed.getSource().getId())
                .distinct()
                .count();
    }
}
