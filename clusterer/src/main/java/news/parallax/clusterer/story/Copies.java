package news.parallax.clusterer.story;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.clusterer.text.Agencies;
import news.parallax.clusterer.text.Vector;

/**
 * Knows which articles repeat the text of another: wire and syndicated reports, word for word or edited. Articles that
 * repeat one text are a group; all of it point to one original, which points to none.
 */
final class Copies {

    private Copies() {}

    /**
     * That an article repeats another.
     *
     * @param originalId the original of the group
     * @param story where it is, or, if it has left the window, where a copy of it is
     * @param article the copy, with the vector of what it repeats if that has one
     */
    record Copy(String originalId, OpenStory story, Member article) {}

    /** Returns what a newcomer repeats, among all articles of the window whose story it may join. */
    static Optional<Copy> find(Member newcomer, StoryWindow window) {
        List<Member> alike = window.alike(newcomer);
        return originalOf(newcomer, alike, window::member)
                .flatMap(originalId -> window.member(originalId)
                        .or(() -> alike.stream()
                                .filter(article -> originalId.equals(originalIdOf(article)))
                                .findFirst())
                        .flatMap(article -> window.nearStoryOf(article, newcomer)
                                .map(story -> new Copy(originalId, story, withVector(newcomer, article.vector())))));
    }

    private static Member withVector(Member newcomer, Optional<Vector> vector) {
        return vector.isPresent() ? newcomer.with(vector) : newcomer;
    }

    /**
     * Returns the original of the group whose text a newcomer repeats; nothing if it repeats none. If it repeats several
     * that were not known to be copies of each other, the original is the one published by the agency that they credit,
     * else the earliest, ties by id. An original that has been told stays one until the group is looked at again, though a
     * newcomer may have the better claim ({@link CopyGroup}).
     *
     * @param alike those whose text it repeats
     * @param window finds the originals of these by id
     */
    static Optional<String> originalOf(
            Member newcomer, Collection<Member> alike, Function<String, Optional<Member>> window) {
        SortedSet<String> originalIds =
                alike.stream().map(Copies::originalIdOf).collect(Collectors.toCollection(TreeSet::new));
        if (originalIds.contains(newcomer.id())) {
            return Optional.empty(); // it had left the window and its copies had not
        }
        Set<String> agencies = Stream.concat(Stream.of(newcomer), alike.stream())
                .flatMap(article -> article.agency().stream())
                .collect(Collectors.toUnmodifiableSet());
        return originalIds.stream()
                .flatMap(id -> window.apply(id).stream())
                .min(originatorFirst(agencies))
                .map(Member::id)
                .or(() -> originalIds.stream().findFirst());
    }

    /** Whether one is a copy of the other, or both are of a third. */
    static boolean areOneReport(Member one, Member other) {
        return originalIdOf(one).equals(originalIdOf(other));
    }

    private static String originalIdOf(Member article) {
        return article.membership().copyOf().orElse(article.id());
    }

    static Comparator<Member> originatorFirst(Set<String> agencies) {
        return Comparator.comparing((Member article) -> agencies.stream()
                        .noneMatch(agency ->
                                Agencies.isOwnHost(agency, article.article().host())))
                .thenComparing(article -> article.article().time());
    }
}
