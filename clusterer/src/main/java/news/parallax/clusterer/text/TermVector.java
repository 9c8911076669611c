package news.parallax.clusterer.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Sparse vector over terms.
 *
 * @param terms in order of their numbers; not to be changed
 * @param weights positive, beside the terms; not to be changed
 */
public record TermVector(Term[] terms, float[] weights) {

    /** Keeps the heaviest entries; all weights are positive. */
    static TermVector of(List<Entry> entries, int limit) {
        List<Entry> kept = new ArrayList<>(entries);
        kept.sort(Comparator.comparingDouble(Entry::weight).reversed().thenComparing(entry -> entry.term().key));
        if (kept.size() > limit) {
            kept = kept.subList(0, limit);
        }
        kept.sort(Comparator.comparingInt(entry -> entry.term().number));
        var terms = new Term[kept.size()];
        var weights = new float[kept.size()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = kept.get(i).term();
            weights[i] = kept.get(i).weight();
        }
        return new TermVector(terms, weights);
    }

    record Entry(Term term, float weight) {}

    /**
     * Cosine of two vectors, in [0, 1]: 1 is the same wording, 0 shares no term; 0 if one is empty. Merges the sorted
     * terms, so O(|a| + |b|) (Manning, Raghavan and Schütze 2008, §6.3).
     */
    public double cosine(TermVector other) {
        double norms = Math.sqrt(squares() * other.squares());
        return norms == 0 ? 0 : Math.min(1, sumShared(other, (a, b) -> a * b) / norms);
    }

    /**
     * Shared weight over the weight of the lighter vector, in [0, 1]: long texts are not blamed for saying more. A lone
     * shared name is little evidence, so the {@code doubt}, a weight, is added to the divisor.
     */
    public double overlap(TermVector other, double doubt) {
        double lighter = Math.min(sum(), other.sum());
        return lighter == 0 ? 0 : Math.min(1, sumShared(other, Math::min) / (lighter + doubt));
    }

    /** The terms of both, the heaviest first. */
    public List<Term> shared(TermVector other, int limit) {
        List<Entry> shared = new ArrayList<>();
        for (int i = 0, j = 0; i < terms.length && j < other.terms.length; ) {
            int order = Integer.compare(terms[i].number, other.terms[j].number);
            if (order == 0) {
                shared.add(new Entry(terms[i], weights[i] * other.weights[j]));
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        shared.sort(Comparator.comparingDouble(Entry::weight).reversed().thenComparing(entry -> entry.term().key));
        return shared.stream().limit(limit).map(Entry::term).toList();
    }

    /** The heaviest terms. */
    public List<Term> heaviest(int limit) {
        return shared(this, limit);
    }

    /** Sums over the terms of both. */
    private double sumShared(TermVector other, DoubleBinaryOperator combine) {
        double sum = 0;
        for (int i = 0, j = 0; i < terms.length && j < other.terms.length; ) {
            int order = Integer.compare(terms[i].number, other.terms[j].number);
            if (order == 0) {
                sum += combine.applyAsDouble(weights[i], other.weights[j]);
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return sum;
    }

    private double sum() {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }

    private double squares() {
        double sum = 0;
        for (float weight : weights) {
            sum += weight * weight;
        }
        return sum;
    }
}
