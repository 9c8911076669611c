package news.parallax.clusterer.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.parallax.clusterer.ClustererParts;
import news.parallax.clusterer.embedding.NoEmbedder;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.Membership;
import news.parallax.clusterer.story.OpenStory;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.text.Analyzer;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.ContentHash;

/** One story, article by article, told with the settings that are shipped. All articles are its own, whatever they say. */
final class ToldStory {

    static final DigestRules RULES = ClustererParts.digestRules(ClustererParts.config());
    static final Instant MORNING = Instant.parse("2026-03-02T09:17:00Z");

    private final Analyzer analyzer = new Analyzer(new NoEmbedder());
    private final StoryAssigner assigner =
            new StoryAssigner(new AssignmentRules(0, 1000, Duration.ofHours(72), 40, 100, 0.2, 100, 0.05));
    private final Map<String, Outlets.Outlet> outlets = new HashMap<>();
    private final Digests digests = new Digests(RULES);
    private String storyId = "";
    private String language = "en";
    private int count;

    /** Says where an outlet stands. */
    ToldStory rated(String host, Side side) {
        outlets.put(host, new Outlets.Outlet(host, "", Optional.of(side)));
        return this;
    }

    /** Says in which language the reports to come are. */
    ToldStory in(String otherLanguage) {
        language = otherLanguage;
        return this;
    }

    /** Adds a report of an outlet; returns its id. */
    String report(String host, String title, String text) {
        return add(host, title, text, MORNING.plus(Duration.ofMinutes(30L * count)), true, "");
    }

    String add(String host, String title, String text, Instant time, boolean published, String imageUrl) {
        String id = "a" + count++;
        var article = new ArticleText(
                id,
                title,
                "",
                text,
                language,
                time,
                ContentHash.of(id + text),
                false,
                host,
                "",
                Optional.empty(),
                published,
                imageUrl);
        Membership membership = assigner.assign(analyzer.analyze(article)).membership();
        storyId = storyId.isEmpty() ? membership.storyId() : storyId;
        assigner.move(id, storyId);
        digests.observe(article, storyId);
        return id;
    }

    /** Notes an article of another story with an image. */
    void elsewhere(String otherStoryId, String imageUrl) {
        digests.observe(
                new ArticleText("x", "x", "", "", "en", MORNING, "", false, "", "", Optional.empty(), true, imageUrl),
                otherStoryId);
    }

    OpenStory story() {
        return assigner.story(storyId).orElseThrow();
    }

    Digest digest() {
        digests.know(new Outlets(outlets));
        return digests.of(story());
    }

    Details details() {
        return digest().details();
    }
}
