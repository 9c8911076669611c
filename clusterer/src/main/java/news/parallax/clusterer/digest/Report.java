package news.parallax.clusterer.digest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.clusterer.story.Member;

/**
 * An independent report of a story: no copy of another article there.
 *
 * @param member the article
 * @param outlet who published it
 */
record Report(Member member, Outlets.Outlet outlet) {

    /** Returns the independent reports among articles, in order: of copies whose original is not there, the first. */
    static List<Report> among(List<Member> articles, Outlets outlets) {
        Set<String> told = new HashSet<>();
        articles.stream()
                .filter(article -> article.membership().copyOf().isEmpty())
                .forEach(article -> told.add(article.id()));
        List<Report> reports = new ArrayList<>();
        for (Member article : articles) {
            Optional<String> original = article.membership().copyOf();
            if (original.isEmpty() || told.add(original.get())) {
                reports.add(new Report(article, outlets.of(article.article().host())));
            }
        }
        return reports;
    }

    /** Returns at most so many reports, evenly spread over their order. */
    static List<Report> spread(List<Report> reports, int limit) {
        return reports.size() <= limit
                ? reports
                : IntStream.range(0, limit)
                        .mapToObj(i -> reports.get((int) ((long) i * reports.size() / limit)))
                        .toList();
    }

    String id() {
        return member.id();
    }

    String language() {
        return member.article().language();
    }

    boolean isOn(Side side) {
        return outlet.side().filter(side::equals).isPresent();
    }

    /** Its title and the sentences that are kept of it, none empty. */
    Stream<String> texts() {
        return Stream.concat(Stream.of(member.article().title()), member.sentences().stream())
                .filter(text -> !text.isBlank());
    }
}
