package news.parallax.clusterer.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sparse vector over terms. Immutable for those who use it. */
public final class TermVector {

    private final Term[] terms;

    /** Beside the terms: comparing numbers that lie together is twice as fast as looking into each term. */
    private final int[] numbers;

    private final float[] weights;
    private final float sum;
    private final float length;

    /** Made when it is first needed: most articles are never compared with one in another language. */
    private Cognates cognates = Cognates.NOT_MADE;

    /** Takes terms in order of their numbers, with positive weights beside them. */
    TermVector(Term[] terms, float[] weights) {
        this.terms = terms;
        this.weights = weights;
        this.numbers = new int[terms.length];
        double sumOfWeights = 0;
        double sumOfSquares = 0;
        for (int i = 0; i < terms.length; i++) {
            numbers[i] = terms[i].number;
            sumOfWeights += weights[i];
            sumOfSquares += weights[i] * weights[i];
        }
        this.sum = (float) sumOfWeights;
        this.length = (float) Math.sqrt(sumOfSquares);
    }

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
        double lengths = (double) length * other.length;
        return lengths == 0 ? 0 : Math.min(1, dotProduct(other) / lengths);
    }

    /** The same with words that are cognates taken for one, in [0, 1]: for two languages. */
    public double cognateCosine(TermVector other) {
        return cognates().cosine(other.cognates());
    }

    private Cognates cognates() {
        Cognates made = cognates;
        if (made == Cognates.NOT_MADE) {
            made = Cognates.of(terms, weights);
            cognates = made;
        }
        return made;
    }

    /**
     * Shared weight over the weight of the lighter vector, in [0, 1]: long texts are not blamed for saying more. A lone
     * shared name is little evidence, so the {@code doubt}, a weight, is added to the divisor.
     */
    public double overlap(TermVector other, double doubt) {
        double lighter = Math.min(sum, other.sum);
        return lighter == 0 ? 0 : Math.min(1, sharedWeight(other) / (lighter + doubt));
    }

    /** The terms of both, the heaviest first. */
    public List<Term> shared(TermVector other, int limit) {
        List<Entry> shared = new ArrayList<>();
        for (int i = 0, j = 0; i < terms.length && j < other.terms.length; ) {
            int order = Integer.compare(numbers[i], other.numbers[j]);
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

    private double dotProduct(TermVector other) {
        double sumOfShared = 0;
        for (int i = 0, j = 0; i < numbers.length && j < other.numbers.length; ) {
            int order = numbers[i] - other.numbers[j];
            if (order == 0) {
                sumOfShared += weights[i] * other.weights[j];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return sumOfShared;
    }

    private double sharedWeight(TermVector other) {
        double sumOfShared = 0;
        for (int i = 0, j = 0; i < numbers.length && j < other.numbers.length; ) {
            int order = numbers[i] - other.numbers[j];
            if (order == 0) {
                sumOfShared += Math.min(weights[i], other.weights[j]);
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return sumOfShared;
    }
}
