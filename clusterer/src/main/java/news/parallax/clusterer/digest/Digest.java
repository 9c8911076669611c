package news.parallax.clusterer.digest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.parallax.clusterer.story.Member;
import news.parallax.clusterer.story.OpenStory;

/**
 * What a story says.
 *
 * @param storyId the story
 * @param title its headline; empty if no article has a title
 * @param titleArticleId the article whose title it is
 * @param points at most three
 */
public record Digest(String storyId, String title, String titleArticleId, List<Point> points) {

    /** Articles read for a digest, the central ones of a larger story: its time grows with their square. */
    private static final int ARTICLES_READ = 60;

    /** From this share on English is told first, being what most readers know. */
    private static final int ENGLISH_ONE_IN = 3;

    public Digest {
        points = List.copyOf(points);
    }

    /**
     * A sentence and where it stands.
     *
     * @param text the sentence, word for word
     * @param articleId its article
     */
    public record Point(String text, String articleId) {}

    /** Tells a story; the same articles in the same order give the same words. */
    public static Digest of(OpenStory story) {
        List<Member> articles = mostCentral(story);
        Member headline = Headline.choose(articles, mainLanguage(story.members()));
        return new Digest(
                story.id(),
                headline.article().title(),
                headline.id(),
                Summary.choose(articles, headline.article().language()));
    }

    /** The articles most like the others, those first; ties by arrival. */
    private static List<Member> mostCentral(OpenStory story) {
        List<Member> sample = story.sample(ARTICLES_READ);
        Map<Member, Double> centrality = sample.stream()
                .collect(Collectors.toMap(member -> member, member -> Headline.centrality(member, sample)));
        return sample.stream()
                .sorted(Comparator.comparing((Member member) -> -centrality.getOrDefault(member, 0.0)))
                .toList();
    }

    private static String mainLanguage(List<Member> articles) {
        Map<String, Long> counts = articles.stream()
                .collect(Collectors.groupingBy(member -> member.article().language(), Collectors.counting()));
        if (counts.getOrDefault("en", 0L) * ENGLISH_ONE_IN >= articles.size()) {
            return "en";
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
