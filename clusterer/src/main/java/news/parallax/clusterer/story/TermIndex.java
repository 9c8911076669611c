package news.parallax.clusterer.story;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import news.parallax.clusterer.text.Term;

/**
 * Finds stories by the heaviest words and names of their articles: an inverted index (Manning, Raghavan and Schütze 2008,
 * §1.2) of article numbers, which are given out again. Belongs to the one writer; while it changes nothing, any thread may ask.
 */
final class TermIndex {

    /** Heaviest words, and heaviest names, by which an article is found. */
    private static final int INDEXED_TERMS = 16;

    /** Articles looked at behind one term, the latest: a term of more articles tells nothing. */
    private static final int POSTINGS_READ = 300;

    /** Articles looked at behind all terms, those of the rarest first: what a large window adds are the common ones. */
    private static final int ALL_POSTINGS_READ = 2_000;

    private final Map<Term, Postings> postingsByTerm = new HashMap<>();
    private final Map<String, Integer> numberByArticleId = new HashMap<>();
    private final Deque<Integer> freeNumbers = new ArrayDeque<>();
    private OpenStory[] storyByNumber = new OpenStory[1024];

    /** Scratch that no question needs now. */
    private final Queue<Shares> idle = new ConcurrentLinkedQueue<>();

    /** What the articles share with the one that is asked for; all zero between two questions. */
    private static final class Shares {
        private float[] sharedByNumber = {};
        private int[] touchedNumbers = new int[1024];
        private int touched;

        void makeRoom(int numbers) {
            if (sharedByNumber.length < numbers) {
                sharedByNumber = new float[numbers];
            }
        }

        void add(Postings postings, int read, float weight) {
            if (touched + read > touchedNumbers.length) {
                touchedNumbers = Arrays.copyOf(touchedNumbers, 2 * (touched + read));
            }
            for (int back = 0; back < read; back++) {
                int number = postings.latest(back);
                if (sharedByNumber[number] == 0) {
                    touchedNumbers[touched++] = number;
                }
                sharedByNumber[number] += weight;
            }
        }

        float take(int number) {
            float shared = sharedByNumber[number];
            sharedByNumber[number] = 0;
            return shared;
        }
    }

    int size() {
        return numberByArticleId.size();
    }

    void add(Member member, OpenStory story) {
        int number = freeNumbers.isEmpty() ? numberByArticleId.size() : freeNumbers.pop();
        if (number == storyByNumber.length) {
            storyByNumber = Arrays.copyOf(storyByNumber, number * 2);
        }
        numberByArticleId.put(member.id(), number);
        storyByNumber[number] = story;
        for (Term term : indexedTerms(member)) {
            postingsByTerm.computeIfAbsent(term, _ -> new Postings()).add(number);
        }
    }

    void remove(Member member) {
        int number = numberOf(member);
        for (Term term : indexedTerms(member)) {
            Postings postings = Objects.requireNonNull(postingsByTerm.get(term));
            postings.remove(number);
            if (postings.size() == 0) {
                postingsByTerm.remove(term);
            }
        }
        numberByArticleId.remove(member.id());
        freeNumbers.push(number);
    }

    /** Notes that an article is in another story now. */
    void move(Member member, OpenStory story) {
        storyByNumber[numberOf(member)] = story;
    }

    private int numberOf(Member member) {
        return Objects.requireNonNull(numberByArticleId.get(member.id()), member.id());
    }

    /**
     * Returns the stories of the articles that share most with an article; each shared term counts by how few articles have
     * it.
     */
    Shortlist nearest(Member member, int limit, Predicate<OpenStory> isWanted) {
        Shares shares = Objects.requireNonNullElseGet(idle.poll(), Shares::new);
        shares.makeRoom(storyByNumber.length);
        count(rarestFirst(member), shares);
        var shortlist = new Shortlist(limit);
        for (int i = 0; i < shares.touched; i++) {
            int number = shares.touchedNumbers[i];
            float shared = shares.take(number);
            if (shortlist.admits(shared) && isWanted.test(storyByNumber[number])) {
                shortlist.offer(storyByNumber[number], shared);
            }
        }
        shares.touched = 0;
        idle.add(shares);
        return shortlist;
    }

    private List<Postings> rarestFirst(Member member) {
        return indexedTerms(member).stream()
                .flatMap(term -> Optional.ofNullable(postingsByTerm.get(term)).stream())
                .sorted(Comparator.comparingInt(Postings::size))
                .toList();
    }

    private void count(List<Postings> rarestFirst, Shares shares) {
        int left = ALL_POSTINGS_READ;
        for (Postings postings : rarestFirst) {
            int read = Math.min(left, Math.min(POSTINGS_READ, postings.size()));
            shares.add(postings, read, (float) Math.log1p(size() / (double) postings.size()));
            left -= read;
        }
    }

    private static Set<Term> indexedTerms(Member member) {
        Set<Term> terms = new LinkedHashSet<>(member.terms().heaviest(INDEXED_TERMS));
        terms.addAll(member.names().heaviest(INDEXED_TERMS));
        return terms;
    }
}
