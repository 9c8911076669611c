package news.parallax.clusterer.story;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.clusterer.text.Agencies;
import news.parallax.clusterer.text.Fingerprint;

/**
 * Knows which articles repeat the text of another: wire and syndicated reports, word for word or edited. Articles that
 * repeat one text are a group; all of it point to one original, which points to none.
 */
final class Copies {

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

    private Copies() {}

    /**
     * Returns the original of the group whose text a newcomer repeats; nothing if it repeats none. If it repeats several
     * that were not known to be copies of each other, the original is the one published by the agency that they credit,
     * else the earliest, else the first that arrived. An original that has been told stays one, though a newcomer may have
     * the better claim: the catalog keeps the first membership of an article.
     *
     * @param articles the story's, in order of arrival
     */
    static Optional<String> originalOf(Member newcomer, List<Member> articles) {
        if (newcomer.fingerprint().isEmpty()) {
            return Optional.empty();
        }
        List<Member> alike =
                articles.stream().filter(article -> repeats(newcomer, article)).toList();
        Set<String> originals = alike.stream()
                .map(article -> article.membership().copyOf().orElse(article.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (originals.contains(newcomer.id())) {
            return Optional.empty(); // it had left the window and its copies had not
        }
        Set<String> agencies = Stream.concat(Stream.of(newcomer), alike.stream())
                .flatMap(article -> article.agency().stream())
                .collect(Collectors.toUnmodifiableSet());
        return articles.stream()
                .filter(article -> originals.contains(article.id()))
                .min(originatorFirst(agencies))
                .map(Member::id)
                .or(() -> originals.stream().findFirst());
    }

    /** Whether two texts, none of them short, are one but for what editors change. */
    static boolean repeats(Member one, Member other) {
        if (one.fingerprint().isEmpty() || other.fingerprint().isEmpty()) {
            return false;
        }
        String hash = one.article().contentHash();
        return !hash.isEmpty() && hash.equals(other.article().contentHash())
                || areNear(one.fingerprint().get(), other.fingerprint().get());
    }

    private static boolean areNear(Fingerprint one, Fingerprint other) {
        return one.resemblance(other) >= RESEMBLANCE_MIN && one.containment(other) >= CONTAINMENT_MIN;
    }

    private static Comparator<Member> originatorFirst(Set<String> agencies) {
        return Comparator.comparing((Member article) -> agencies.stream()
                        .noneMatch(agency ->
                                Agencies.isOwnHost(agency, article.article().host())))
                .thenComparing(article -> article.article().time());
    }
}
