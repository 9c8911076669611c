package news.parallax.clusterer.digest;

import java.util.List;
import java.util.function.Predicate;
import news.parallax.clusterer.story.Member;

/** Chooses whose title stands for the story. */
public final class Headline {

    /** Shorter titles name a topic rather than an event; longer ones are no headlines. Ends included. */
    private static final int CHARACTERS_MIN = 25;

    private static final int CHARACTERS_MAX = 130;

    private Headline() {}

    /**
     * The first article that passes, of those ordered from the most central: a title of fitting length in the main
     * language by a report that is no copy. Demands are dropped one by one from the last until an article passes.
     */
    static Member choose(List<Member> mostCentralFirst, String mainLanguage) {
        List<Predicate<Member>> demands = List.of(
                member -> !member.article().title().isBlank(),
                member -> !member.article().opinion(),
                member -> member.article().language().equals(mainLanguage),
                member -> fits(member.article().title()),
                member -> member.membership().copyOf().isEmpty());
        for (int count = demands.size(); count > 0; count--) {
            Predicate<Member> demand = demands.stream().limit(count).reduce(_ -> true, Predicate::and);
            var chosen = mostCentralFirst.stream().filter(demand).findFirst();
            if (chosen.isPresent()) {
                return chosen.get();
            }
        }
        return mostCentralFirst.getFirst();
    }

    /** Mean likeness to the others, in [0, 2]: wording plus meaning. The medoid has the largest. */
    public static double centrality(Member member, List<Member> articles) {
        return articles.stream()
                .filter(other -> other != member)
                .mapToDouble(other -> likeness(member, other))
                .average()
                .orElse(0);
    }

    private static double likeness(Member a, Member b) {
        double meaning = a.vector().flatMap(v -> b.vector().map(v::cosine)).orElse(0.0);
        return a.terms().cosine(b.terms()) + Math.max(0, meaning);
    }

    private static boolean fits(String title) {
        return title.length() >= CHARACTERS_MIN && title.length() <= CHARACTERS_MAX;
    }
}
