package news.parallax.clusterer.story;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What speaks for two articles telling one event. Symmetric.
 *
 * @param embedding cosine of the vectors of meaning, in [0, 1]
 * @param terms cosine of the weighted words, of their cognates if the languages differ, in [0, 1]
 * @param title cosine of the weighted words of the titles alone, in [0, 1]
 * @param names shared part of the weighted names and numbers, in [0, 1]
 * @param time nearness of publication, in [0, 1]: 1 is the same moment, falls by e in 24 hours
 * @param brevity share of the two that are hardly longer than a headline: 0, 0.5 or 1
 * @param length of the shorter one, in [0, 1]: logarithmic, 1 from 400 words on
 * @param understood share of the two whose vector there is and can be trusted: 0, 0.5 or 1
 * @param foreign 1 if the languages are known to differ, else 0
 */
public record Evidence(
        double embedding,
        double terms,
        double title,
        double names,
        double time,
        double brevity,
        double length,
        double understood,
        double foreign) {

    private static final double SECONDS_TO_FADE = 24 * 3600;

    /** A name and a half of a small stream: with less shared, an overlap means little. */
    private static final double NAME_DOUBT = 6;

    /** Full texts on one event share at least so much of their names, nearly always. */
    private static final double NAMES_ENOUGH = 0.2;

    private static final int SHORT_WORDS = 25;

    private static final int LONG_WORDS = 400;

    private static final double[] LENGTHS = lengths();

    /** Compares two articles. */
    public static Evidence between(Member a, Member b) {
        boolean foreign = isForeign(a, b);
        return new Evidence(
                a.vector()
                        .flatMap(v -> b.vector().map(v::cosine))
                        .map(cosine -> Math.max(0, cosine))
                        .orElse(0.0),
                foreign ? a.terms().cognateCosine(b.terms()) : a.terms().cosine(b.terms()),
                foreign
                        ? a.titleTerms().cognateCosine(b.titleTerms())
                        : a.titleTerms().cosine(b.titleTerms()),
                a.names().overlap(b.names(), NAME_DOUBT),
                Math.exp(-a.secondsFrom(b) / SECONDS_TO_FADE),
                (shortness(a) + shortness(b)) / 2,
                LENGTHS[Math.min(LONG_WORDS, Math.min(a.wordCount(), b.wordCount()))],
                (understanding(a) + understanding(b)) / 2,
                foreign ? 1 : 0);
    }

    /** Averages the evidence of several comparisons. */
    static Evidence mean(List<Evidence> pairs) {
        return new Evidence(
                mean(pairs, Evidence::embedding),
                mean(pairs, Evidence::terms),
                mean(pairs, Evidence::title),
                mean(pairs, Evidence::names),
                mean(pairs, Evidence::time),
                mean(pairs, Evidence::brevity),
                mean(pairs, Evidence::length),
                mean(pairs, Evidence::understood),
                mean(pairs, Evidence::foreign));
    }

    private static double mean(List<Evidence> pairs, ToDoubleFunction<Evidence> part) {
        return pairs.stream().mapToDouble(part).average().orElse(0);
    }

    double sharedWords() {
        return Math.sqrt(terms);
    }

    double sharedTitle() {
        return Math.sqrt(title);
    }

    /** How far two full texts fall short of {@link #NAMES_ENOUGH}, in [0, 1]. */
    double missingNames() {
        return (1 - brevity) * Math.max(0, 1 - names / NAMES_ENOUGH);
    }

    double bothUnderstood() {
        return understood == 1 ? 1 : 0;
    }

    /** The embedding, where it can be trusted. */
    public double meaning() {
        return bothUnderstood() * embedding;
    }

    /** Lengths by number of words; asked for too often to take a logarithm each time. */
    private static double[] lengths() {
        double[] lengths = new double[LONG_WORDS + 1];
        Arrays.setAll(lengths, words -> Math.min(1, Math.log1p(words) / Math.log(LONG_WORDS)));
        return lengths;
    }

    private static double shortness(Member member) {
        return member.wordCount() <= SHORT_WORDS ? 1 : 0;
    }

    private static double understanding(Member member) {
        return member.understood() && member.vector().isPresent() ? 1 : 0;
    }

    private static boolean isForeign(Member a, Member b) {
        String language = a.article().comparedLanguage();
        String other = b.article().comparedLanguage();
        return !language.equals(other) && !language.isEmpty() && !other.isEmpty();
    }
}
