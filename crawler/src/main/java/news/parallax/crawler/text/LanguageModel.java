package news.parallax.crawler.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * How likely each letter is after the letters before it in its word, in many languages: n-grams of one to five letters,
 * the most frequent of each language. Immutable, about 14 MB; n-grams are known by a hash of 32 bits only, which makes one
 * in ten thousand strange ones look known.
 */
public final class LanguageModel {

    /** Longest n-gram that is kept. */
    public static final int LONGEST = 5;

    /** A byte holds the negative natural logarithm of a probability in steps of this size. */
    public static final double STEP = 1 / 16.0;

    private static final int HASH_START = 0x811c9dc5;
    private static final int HASH_FACTOR = 0x01000193;

    private final List<String> languages;
    private final int[] keys;
    private final int[] starts;
    private final byte[] postings;

    /** The model that is shipped, read when it is first asked for. */
    static LanguageModel shipped() {
        return Shipped.MODEL;
    }

    private LanguageModel(List<String> languages, int[] keys, int[] starts, byte[] postings) {
        this.languages = List.copyOf(languages);
        this.keys = keys;
        this.starts = starts;
        this.postings = postings;
    }

    /** Reads what {@code LanguageModelTraining} writes. */
    static LanguageModel read(InputStream source) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(source), 1 << 16));
        List<String> languages = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            languages.add(in.readUTF());
        }
        int ngrams = in.readInt();
        int size = Integer.highestOneBit(ngrams * 2 - 1) << 1;
        int[] keys = new int[size];
        int[] starts = new int[size];
        byte[] postings = new byte[in.readInt() + 1]; // the first byte is not used: a start of 0 is an empty place
        int end = 1;
        for (int i = 0; i < ngrams; i++) {
            int key = in.readInt();
            int length = 1 + 2 * in.readUnsignedByte();
            int place = free(starts, key);
            keys[place] = key;
            starts[place] = end;
            postings[end] = (byte) (length / 2);
            in.readFully(postings, end + 1, length - 1);
            end += length;
        }
        return new LanguageModel(languages, keys, starts, postings);
    }

    private static int free(int[] starts, int key) {
        int place = place(key, starts.length);
        while (starts[place] != 0) {
            place = (place + 1) & (starts.length - 1);
        }
        return place;
    }

    private static int place(int key, int size) {
        int mixed = key * 0x9e3779b1;
        return (mixed ^ (mixed >>> 15)) & (size - 1);
    }

    /** The hash of an n-gram. */
    public static int hash(CharSequence ngram) {
        int hash = HASH_START;
        for (int i = 0; i < ngram.length(); i++) {
            hash = extend(hash, ngram.charAt(i));
        }
        return hash;
    }

    /** The hash of an n-gram that is one letter longer than that of {@code hash}. */
    private static int extend(int hash, char next) {
        int mixed = (hash ^ next) * HASH_FACTOR;
        return mixed ^ (mixed >>> 13);
    }

    /** ISO 639-1 codes; the index is the language's number. */
    List<String> languages() {
        return languages;
    }

    /**
     * Adds to each language's score what speaks for it in a word of small letters: of each known n-gram how much more
     * likely its last letter is than {@code exp(-worth)}.
     */
    void addEvidence(CharSequence word, double worth, double[] scores) {
        for (int from = 0; from < word.length(); from++) {
            int hash = HASH_START;
            for (int to = from; to < Math.min(word.length(), from + LONGEST); to++) {
                hash = extend(hash, word.charAt(to));
                addEvidence(hash, worth, scores);
            }
        }
    }

    private void addEvidence(int key, double worth, double[] scores) {
        int start = find(key);
        for (int i = 0; i < postings[start]; i++) {
            double more = worth - (postings[start + 2 + 2 * i] & 0xff) * STEP;
            if (more > 0) {
                scores[postings[start + 1 + 2 * i]] += more;
            }
        }
    }

    /** Puts the negative logarithm of an n-gram's last letter into {@code costs}, by language; others stay as they are. */
    void putCosts(int key, double[] costs) {
        int start = find(key);
        for (int i = 0; i < postings[start]; i++) {
            costs[postings[start + 1 + 2 * i]] = (postings[start + 2 + 2 * i] & 0xff) * STEP;
        }
    }

    /** Returns where the languages of an n-gram start; at 0 there are none. */
    private int find(int key) {
        int place = place(key, keys.length);
        while (starts[place] != 0 && keys[place] != key) {
            place = (place + 1) & (keys.length - 1);
        }
        return starts[place];
    }

    @Override
    public String toString() {
        return languages.size() + " languages, "
                + Arrays.stream(starts).filter(start -> start > 0).count() + " n-grams";
    }

    /** Holds the model from its first use on. */
    private static final class Shipped {

        static final LanguageModel MODEL = load();

        private static LanguageModel load() {
            try (InputStream resource = LanguageModel.class.getResourceAsStream("languages.bin")) {
                return read(Objects.requireNonNull(resource, "no languages.bin"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
