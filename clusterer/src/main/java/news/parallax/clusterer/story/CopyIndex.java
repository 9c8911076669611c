package news.parallax.clusterer.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.text.Fingerprint;
import news.parallax.clusterer.text.Vector;

/**
 * The texts of some articles, to find those that another repeats without comparing all: they agree in some band of their
 * fingerprints. One writer; others may look at any time. About 500 bytes an article, none for one without fingerprint.
 */
public final class CopyIndex {

    /** Articles looked at behind one band, the latest: of a text that all print, these are enough. */
    private static final int POSTINGS_LIMIT = 50;

    private static final int NONE = -1;

    private final List<Entry> entries = new ArrayList<>();
    private final Deque<Integer> freeSlots = new ArrayDeque<>();

    /** First posting of each chain; bands of like hash are in one. A posting is an entry's slot times bands, plus the band. */
    private int[] heads = chains(1 << 10);

    /** The posting after each in its chain. */
    private int[] next = {};

    private record Entry(String articleId, Fingerprint fingerprint, Optional<Vector> vector) {}

    /**
     * Returns the vector of an article that has the document's text, edited or not; nothing if there is none with a vector.
     */
    public Optional<Vector> vectorOf(Document document) {
        return alike(document.fingerprint())
                .flatMap(entry -> entry.vector().stream())
                .findFirst();
    }

    /** Returns the ids of the articles that have the text of this fingerprint, edited or not. */
    public Set<String> articlesAlike(Optional<Fingerprint> fingerprint) {
        Set<String> articles = new LinkedHashSet<>();
        alike(fingerprint).map(Entry::articleId).forEach(articles::add);
        return articles;
    }

    /** Adds an article that is not in a story yet. */
    public void add(Document document) {
        add(document.article().id(), document.fingerprint(), document.vector());
    }

    void add(Member member) {
        add(member.id(), member.fingerprint(), member.vector());
    }

    private synchronized void add(String articleId, Optional<Fingerprint> text, Optional<Vector> vector) {
        text.ifPresent(fingerprint -> {
            var entry = new Entry(articleId, fingerprint, vector);
            if (freeSlots.isEmpty()) {
                entries.add(entry);
                makeRoom();
                link(entries.size() - 1);
            } else {
                int slot = freeSlots.removeLast();
                entries.set(slot, entry);
                link(slot);
            }
        });
    }

    /** The entry stays in its slot, unreachable, until another takes it. */
    synchronized void remove(Member member) {
        member.fingerprint()
                .ifPresent(fingerprint -> slotOf(member.id(), fingerprint).ifPresent(slot -> {
                    unlink(slot);
                    freeSlots.addLast(slot);
                }));
    }

    private Stream<Entry> alike(Optional<Fingerprint> fingerprint) {
        return fingerprint.stream()
                .flatMap(text -> candidates(text).stream().filter(entry -> text.repeats(entry.fingerprint())));
    }

    /** The articles that agree in a band, the latest first. */
    private synchronized Set<Entry> candidates(Fingerprint fingerprint) {
        Set<Entry> candidates = new LinkedHashSet<>();
        for (int band = 0; band < Fingerprint.BANDS; band++) {
            long key = fingerprint.band(band);
            int found = 0;
            for (int posting = heads[chain(key)]; posting != NONE && found < POSTINGS_LIMIT; posting = next[posting]) {
                if (key(posting) == key) {
                    candidates.add(entries.get(posting / Fingerprint.BANDS));
                    found++;
                }
            }
        }
        return candidates;
    }

    private Optional<Integer> slotOf(String articleId, Fingerprint fingerprint) {
        for (int posting = heads[chain(fingerprint.band(0))]; posting != NONE; posting = next[posting]) {
            int slot = posting / Fingerprint.BANDS;
            if (entries.get(slot).articleId().equals(articleId)) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }

    private void link(int slot) {
        for (int band = 0; band < Fingerprint.BANDS; band++) {
            int posting = slot * Fingerprint.BANDS + band;
            int chain = chain(key(posting));
            next[posting] = heads[chain];
            heads[chain] = posting;
        }
    }

    private void unlink(int slot) {
        for (int band = 0; band < Fingerprint.BANDS; band++) {
            int posting = slot * Fingerprint.BANDS + band;
            int chain = chain(key(posting));
            if (heads[chain] == posting) {
                heads[chain] = next[posting];
            } else {
                int before = heads[chain];
                while (next[before] != posting) {
                    before = next[before];
                }
                next[before] = next[posting];
            }
        }
    }

    /** As many chains as postings at least, so that a chain is short; called while no slot is free. */
    private void makeRoom() {
        int postings = entries.size() * Fingerprint.BANDS;
        if (postings > next.length) {
            next = Arrays.copyOf(next, Math.max(postings, next.length + next.length / 2));
        }
        if (postings > heads.length) {
            heads = chains(heads.length * 2);
            for (int slot = 0; slot < entries.size() - 1; slot++) {
                link(slot);
            }
        }
    }

    private long key(int posting) {
        return entries.get(posting / Fingerprint.BANDS).fingerprint().band(posting % Fingerprint.BANDS);
    }

    /** Fibonacci hashing (Knuth 1998, volume 3, §6.4). */
    private int chain(long key) {
        return (int) ((key * 0x9e3779b97f4a7c15L) >>> (Long.numberOfLeadingZeros(heads.length) + 1));
    }

    private static int[] chains(int count) {
        int[] heads = new int[count];
        Arrays.fill(heads, NONE);
        return heads;
    }
}
