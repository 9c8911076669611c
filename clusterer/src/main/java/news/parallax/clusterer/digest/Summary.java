package news.parallax.clusterer.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.parallax.clusterer.digest.Digest.Point;
import news.parallax.clusterer.story.Member;
import news.parallax.clusterer.text.Sentences;

/**
 * Chooses sentences that say what most articles say and do not repeat each other: maximal marginal relevance (Carbonell
 * and Goldstein 1998), over words weighed by how many of the story's sentences share them.
 */
final class Summary {

    private static final int POINTS = 3;

    /** Share of relevance against novelty; Carbonell and Goldstein found 0.7 to suit summaries of several texts. */
    private static final double RELEVANCE = 0.7;

    /** Sentences that share more of their words say the same. */
    private static final double SAME_SAID = 0.5;

    /** An article's first sentence says most; each later one counts so much less. */
    private static final double FADE_PER_SENTENCE = 0.06;

    /** A sentence that names nobody and nothing soon ("The meeting reviewed …") often needs the one before it. */
    private static final double VAGUE = 0.8;

    /** Content words of a sentence that stands for itself; chosen by eye on the sample edition. */
    private static final int FULL_SENTENCE_WORDS = 12;

    private Summary() {}

    /**
     * At most three sentences, of different articles where possible; of one language if it has enough.
     *
     * @param said points that are not to be said again
     */
    static List<Point> choose(List<Member> articles, String language, List<Point> said) {
        List<Set<String>> saidWords = said.stream()
                .map(point -> Sentences.contentWords(point.text(), language))
                .toList();
        List<Candidate> all = candidates(articles).stream()
                .filter(candidate ->
                        saidWords.stream().allMatch(words -> overlap(candidate.words(), words) <= SAME_SAID))
                .toList();
        List<Candidate> sameLanguage = all.stream()
                .filter(candidate -> candidate.article().article().language().equals(language))
                .toList();
        List<Candidate> chosen = new ArrayList<>();
        pick(sameLanguage, chosen);
        pick(all, chosen);
        return chosen.stream()
                .map(candidate ->
                        new Point(candidate.text(), candidate.article().id()))
                .toList();
    }

    /**
     * A sentence that could be chosen.
     *
     * @param relevance how much of the story it says, in [0, 1]
     */
    private record Candidate(Member article, String text, Set<String> words, double relevance) {}

    private record Placed(Member article, int position, String text, Set<String> words) {}

    private static List<Candidate> candidates(List<Member> articles) {
        List<Placed> sentences = new ArrayList<>();
        for (Member article : articles) {
            if (!article.article().opinion() && article.membership().copyOf().isEmpty()) {
                for (int i = 0; i < article.sentences().size(); i++) {
                    String text = article.sentences().get(i);
                    sentences.add(new Placed(
                            article,
                            i,
                            text,
                            Sentences.contentWords(text, article.article().language())));
                }
            }
        }
        Map<String, Integer> articlesByWord = articlesByWord(sentences);
        long count = sentences.stream().map(Placed::article).distinct().count();
        return sentences.stream()
                .map(sentence -> new Candidate(
                        sentence.article(),
                        sentence.text(),
                        sentence.words(),
                        relevance(sentence, articlesByWord, count)))
                .toList();
    }

    /**
     * Mean share of the articles that use each of its words, less for later sentences. A sentence of few words that all
     * articles use ("The hub is run by …") says little, so what it lacks to a full sentence counts as used by none.
     */
    private static double relevance(Placed sentence, Map<String, Integer> articlesByWord, long articles) {
        double share = sentence.words().stream()
                        .mapToDouble(word -> articlesByWord.getOrDefault(word, 0) / (double) articles)
                        .sum()
                / Math.max(FULL_SENTENCE_WORDS, sentence.words().size());
        double clearness = Sentences.namesSomethingSoon(sentence.text()) ? 1 : VAGUE;
        return share * clearness * (1 - FADE_PER_SENTENCE * sentence.position());
    }

    private static Map<String, Integer> articlesByWord(List<Placed> sentences) {
        Map<String, Set<String>> articles = new HashMap<>();
        for (Placed sentence : sentences) {
            for (String word : sentence.words()) {
                articles.computeIfAbsent(word, _ -> new HashSet<>())
                        .add(sentence.article().id());
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        articles.forEach((word, ids) -> counts.put(word, ids.size()));
        return counts;
    }

    private static void pick(List<Candidate> candidates, List<Candidate> chosen) {
        while (chosen.size() < POINTS) {
            Optional<Candidate> next = best(candidates, chosen, true).or(() -> best(candidates, chosen, false));
            if (next.isEmpty()) {
                return;
            }
            chosen.add(next.get());
        }
    }

    private static Optional<Candidate> best(List<Candidate> candidates, List<Candidate> chosen, boolean newArticle) {
        return candidates.stream()
                .filter(candidate -> repetition(candidate, chosen) <= SAME_SAID)
                .filter(candidate -> !newArticle || chosen.stream().noneMatch(c -> c.article() == candidate.article()))
                .max(Comparator.comparingDouble((Candidate candidate) ->
                                RELEVANCE * candidate.relevance() - (1 - RELEVANCE) * repetition(candidate, chosen))
                        .thenComparing(Candidate::text, Comparator.reverseOrder()));
    }

    private static double repetition(Candidate candidate, List<Candidate> chosen) {
        return chosen.stream()
                .mapToDouble(other -> overlap(candidate.words(), other.words()))
                .max()
                .orElse(0);
    }

    /** Shared words over those of the shorter sentence, in [0, 1]. */
    private static double overlap(Set<String> a, Set<String> b) {
        long shared = a.stream().filter(b::contains).count();
        return shared / (double) Math.max(1, Math.min(a.size(), b.size()));
    }
}
