package news.parallax.clusterer.story;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The articles of one story that repeat one text, looked at together: a newcomer may have a better claim to be the
 * original than the one that was told before, and a change of stories parts and joins groups.
 *
 * @param members in order of arrival
 * @param originalId the original; one that has left the window keeps its place
 */
record CopyGroup(List<Member> members, String originalId) {

    /** Returns the group of an article in its story; a group of one if nobody repeats it. */
    static CopyGroup around(Member article, StoryWindow window) {
        List<Member> story = window.story(article.membership().storyId())
                .map(OpenStory::members)
                .orElseThrow();
        Set<String> told = Stream.concat(Stream.of(article), window.alike(article).stream())
                .filter(other ->
                        other.membership().storyId().equals(article.membership().storyId()))
                .map(CopyGroup::toldOriginal)
                .collect(Collectors.toSet());
        List<Member> members = story.stream()
                .filter(other -> told.contains(toldOriginal(other)) || told.contains(other.id()))
                .toList();
        return new CopyGroup(
                members,
                told.stream()
                        .filter(id -> window.member(id).isEmpty())
                        .sorted()
                        .findFirst()
                        .orElseGet(() -> best(members).id()));
    }

    /** Whether one of two that repeat one text has the better claim to be the original. */
    static boolean isBetter(Member one, Member other) {
        return best(List.of(other, one)) == one;
    }

    /** Returns the members that were said to be a copy of another one, or of none, as they are now. */
    List<Member> changed() {
        return members.stream()
                .filter(member -> !toldOriginal(member).equals(originalId))
                .map(member -> member.with(new Membership(member.membership().storyId(), originalOf(member))))
                .toList();
    }

    private Optional<String> originalOf(Member member) {
        return Optional.of(originalId).filter(id -> !id.equals(member.id()));
    }

    private static Member best(List<Member> members) {
        Set<String> agencies =
                members.stream().flatMap(member -> member.agency().stream()).collect(Collectors.toUnmodifiableSet());
        return members.stream().min(Copies.originatorFirst(agencies)).orElseThrow();
    }

    private static String toldOriginal(Member article) {
        return article.membership().copyOf().orElse(article.id());
    }
}
