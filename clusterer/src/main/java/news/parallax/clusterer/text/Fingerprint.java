package news.parallax.clusterer.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What is left of a text to tell whether another repeats it: the smallest hashes of its shingles, that is of its runs of
 * five words, under many orders (Broder 1997, "On the resemblance and containment of documents"). Of each smallest hash
 * 16 bits are kept (Li and König 2010, "b-bit minwise hashing"): two that differ look equal once in 65,536 times. 252
 * bytes, whatever the length of the text. Immutable.
 */
public final class Fingerprint {

    /** Shorter texts have none: they are equal by chance. */
    public static final int WORDS_MIN = 60;

    /** Bands by which near texts are found; {@link #band} says how. */
    public static final int BANDS = 42;

    /** Two texts that share a third of their shingles agree in a band of three with 79 %, those that share half with 99.6 %. */
    private static final int BAND_HASHES = 3;

    /** The standard error of a resemblance of one half is .045. */
    private static final int HASHES = BANDS * BAND_HASHES;

    /** Two reports on one event share runs of two or three words often, of five hardly but in quotations. */
    private static final int SHINGLE_WORDS = 5;

    /**
     * Least share of the shorter text that stands in the longer one. Pairs of one story in silver_2020_en are fewest between
     * .6 and .7 (115): below are reports that quote one statement at length (166 down to .5), above are copies (2554). The
     * openings of eight between were read: each pair is one text, rewritten.
     */
    private static final double CONTAINMENT_MIN = 0.6;

    /**
     * Below, the containment of texts of unequal length is guessed from too few hashes. A copy cut to less than a quarter is
     * thus not recognized.
     */
    private static final double RESEMBLANCE_MIN = 0.25;

    private static final long[] FACTORS = orders(1);
    private static final long[] SUMMANDS = orders(2);

    private final short[] smallest;
    private final int shingles;

    private Fingerprint(short[] smallest, int shingles) {
        this.smallest = smallest;
        this.shingles = shingles;
    }

    /** Reads a text; nothing if it has fewer than {@link #WORDS_MIN} words and numbers. */
    static Optional<Fingerprint> of(List<Token> tokens) {
        if (tokens.size() < WORDS_MIN) {
            return Optional.empty();
        }
        long[] shingles = shingles(tokens);
        return Optional.of(new Fingerprint(smallest(shingles), shingles.length));
    }

    /** Whether two texts are one but for what editors change. */
    public boolean repeats(Fingerprint other) {
        return resemblance(other) >= RESEMBLANCE_MIN && containment(other) >= CONTAINMENT_MIN;
    }

    /** Estimates which share of the shingles of either text both have (Jaccard), in [0, 1]; 1 for equal texts. */
    public double resemblance(Fingerprint other) {
        int equal = 0;
        for (int i = 0; i < HASHES; i++) {
            if (smallest[i] == other.smallest[i]) {
                equal++;
            }
        }
        return equal / (double) HASHES;
    }

    /**
     * Estimates which share of the shingles of the shorter text the longer one has, in [0, 1]; 1 for equal texts. Follows
     * from the resemblance and both sizes; the rougher, the more the sizes differ.
     */
    public double containment(Fingerprint other) {
        double resemblance = resemblance(other);
        double shared = resemblance / (1 + resemblance) * (shingles + other.shingles);
        return Math.min(1, shared / Math.min(shingles, other.shingles));
    }

    /**
     * Returns one band, its number included: texts that are alike have some band in common (locality-sensitive hashing:
     * Leskovec, Rajaraman and Ullman 2014, §3.4).
     *
     * @param number in [0, {@link #BANDS})
     */
    public long band(int number) {
        long band = number;
        for (int i = number * BAND_HASHES; i < (number + 1) * BAND_HASHES; i++) {
            band = band << Short.SIZE | Short.toUnsignedLong(smallest[i]);
        }
        return band;
    }

    /** Each shingle once. */
    private static long[] shingles(List<Token> tokens) {
        int[] words = tokens.stream().mapToInt(token -> token.key().hashCode()).toArray();
        long[] shingles = new long[words.length - SHINGLE_WORDS + 1];
        for (int i = 0; i < shingles.length; i++) {
            long shingle = 0;
            for (int j = i; j < i + SHINGLE_WORDS; j++) {
                shingle = mixed(shingle + words[j]);
            }
            shingles[i] = shingle;
        }
        return Arrays.stream(shingles).sorted().distinct().toArray();
    }

    /** Spreads every bit over all (the finalizer of splitmix64: Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long spread = value + 0x9e3779b97f4a7c15L;
        spread = (spread ^ spread >>> 30) * 0xbf58476d1ce4e5b9L;
        spread = (spread ^ spread >>> 27) * 0x94d049bb133111ebL;
        return spread ^ spread >>> 31;
    }

    /** Orders the shingles anew for each hash by multiply-shift (Dietzfelbinger et al. 1997). */
    private static short[] smallest(long[] shingles) {
        short[] smallest = new short[HASHES];
        for (int i = 0; i < HASHES; i++) {
            int minimum = Integer.MAX_VALUE;
            for (long shingle : shingles) {
                minimum = Math.min(minimum, (int) (FACTORS[i] * shingle + SUMMANDS[i] >> Integer.SIZE));
            }
            smallest[i] = (short) minimum;
        }
        return smallest;
    }

    /** The same in every process. Odd, as the factors of multiply-shift have to be. */
    private static long[] orders(long seed) {
        var random = new SplittableRandom(seed);
        return random.longs(HASHES).map(value -> value | 1).toArray();
    }
}
