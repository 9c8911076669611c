package news.parallax.clusterer.digest.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import news.parallax.clusterer.embedding.NoEmbedder;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.Membership;
import news.parallax.clusterer.story.OpenStory;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.text.Analyzer;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.ContentHash;

/** One story of a bridge, as the window has it. Its articles are "a0", "a1" and so on, each with facts of its own. */
final class Stories {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final AtomicInteger STORIES = new AtomicInteger();

    /** What each outlet tells; no two share more than a name. */
    private static final List<String> FACTS = List.of(
            "Engineers closed the Tarvos bridge on Monday after a crack was found in girder number 0.",
            "Mayor Anna Lind expects that repairs at Tarvos will cost 12 million dollars this year.",
            "Some 31,000 vehicles a day must use the ferry or the motorway north of Tarvos instead.",
            "Divers will look at the pillars below Tarvos tomorrow, and at the crack in girder number 3.",
            "The Harbor Union calls for a new crossing at Tarvos, which the council refused in 2021.",
            "Pupils from the left bank of Tarvos get lessons at home until the buses run there again.");

    private final Analyzer analyzer = new Analyzer(new NoEmbedder());
    private final StoryAssigner assigner =
            new StoryAssigner(new AssignmentRules(0, 100, Duration.ofHours(72), 40, 100, 0.2, 100, 0.05));
    private final Map<String, String> texts = new HashMap<>();
    private String storyId = "";

    /** A story of so many reports. */
    OpenStory bridge(int reports) {
        for (int i = 0; i < reports; i++) {
            addReport();
        }
        return assigner.story(storyId).orElseThrow();
    }

    void addReport() {
        int number = texts.size();
        add("a" + number, FACTS.get(number % FACTS.size()), false);
    }

    void addOpinion() {
        add("opinion", "The people of Tarvos have looked away from their own bridge for far too long.", true);
    }

    /** Repeats a text, as copies do. */
    void addCopyOfFirst() {
        assigner.restore(
                analyzer.analyze(article("copy", FACTS.getFirst(), false)), new Membership(storyId, Optional.of("a0")));
    }

    /** Has an article leave the story. */
    void move(String id) {
        assigner.move(id, "ffffffffffffffffffff");
    }

    /** Has an outlet change its article. */
    void change(String id) {
        assigner.assign(
                analyzer.analyze(article(id, "Nothing has been found at the bridge of Tarvos after all.", false)));
    }

    String text(String id) {
        return texts.getOrDefault(id, "");
    }

    private void add(String id, String text, boolean opinion) {
        if (!opinion) {
            texts.put(id, text);
        }
        ArticleText article = article(id, text, opinion);
        assigner.assign(analyzer.analyze(article));
        if (storyId.isEmpty()) {
            storyId = "%020x".formatted(STORIES.incrementAndGet());
        }
        assigner.move(article.id(), storyId);
    }

    private static ArticleText article(String id, String text, boolean opinion) {
        return new ArticleText(
                id,
                "Tarvos bridge closed, says " + id,
                "",
                text,
                "en",
                NOON,
                ContentHash.of(id + text),
                opinion,
                "outlet-" + id + ".example",
                "");
    }
}
