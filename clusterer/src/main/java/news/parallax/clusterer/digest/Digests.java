package news.parallax.clusterer.digest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.parallax.clusterer.story.Member;
import news.parallax.clusterer.story.OpenStory;
import news.parallax.clusterer.text.ArticleText;

/**
 * Tells stories. The same articles in the same order, with the same outlets known, give the same words. Belongs to the one
 * writer, but for the outlets.
 */
public final class Digests {

    /** Articles read for headline and points, the central ones of a larger story: the time grows with their square. */
    private static final int ARTICLES_READ = 60;

    /** From this share on English is told first, being what most readers know. */
    private static final int ENGLISH_ONE_IN = 3;

    private final DigestRules rules;
    private final Images images;
    private volatile Outlets outlets = Outlets.NONE;

    public Digests(DigestRules rules) {
        this.rules = rules;
        this.images = new Images(rules);
    }

    /** Takes over what is known of outlets; returns whether that differs from before. */
    public boolean know(Outlets current) {
        boolean changed = !current.equals(outlets);
        outlets = current;
        return changed;
    }

    /** Notes an article that is in a story, told or not. */
    public void observe(ArticleText article, String storyId) {
        images.observe(article, storyId);
    }

    /** Tells a story. */
    public Digest of(OpenStory story) {
        List<Member> articles = mostCentral(story);
        Member headline = Headline.choose(articles, mainLanguage(story.members()));
        String language = headline.article().language();
        List<Digest.Point> points = Summary.choose(articles, language, List.of());
        return new Digest(
                story.id(),
                headline.article().title(),
                headline.id(),
                points,
                details(story, articles, language, points));
    }

    private Details details(OpenStory story, List<Member> articles, String language, List<Digest.Point> points) {
        List<Report> reports = Report.among(story.members(), outlets);
        List<Report> compared = Report.spread(reports, rules.comparedReports());
        return new Details(
                SideComparison.of(compared, language, points, rules),
                Subjects.of(compared, language, rules.subjects()),
                FirstReport.of(reports, rules),
                images.of(articles));
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
