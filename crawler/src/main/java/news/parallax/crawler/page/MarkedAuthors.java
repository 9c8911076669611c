package news.parallax.crawler.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Names in the elements of a page that are marked as its authors. */
final class MarkedAuthors {

    private static final int TEXT_CHARS_MAX = 300;
    private static final int BOX_CHARS_MAX = 6000;
    private static final int HEADING_CHARS_MAX = 120;
    private static final int CANDIDATES_MAX = 60;

    private static final Pattern AUTHOR_MARK = Pattern.compile(
            "(?<![a-z])(by-?line|authors?|author-?name|autor|autoren|autorin|auteurs?|autore|autori|redakteur|verfasser|wrote|writer|writers|creator|full-?name"
                    + "|contributors?|posted-?by|post-?author|entry-?author|article-?author|written-?by|journalist|skribent|reporter"
                    + "|yazar|szerzo|zhurnalist)(?![a-z])");

    /** Parts of a byline that are no names. */
    private static final String NO_NAMES = "time, script, style, figure, figcaption, svg, button, form, ul.social,"
            + " [class~=(?i)(date|time|social|share|role|bio|description|position|email|twitter|agency|agentur|agence|agenzia|agencia|source|avatar|comment|job|title$)]";

    private static final Pattern PROFILE = Pattern.compile(
            "(?i)/(author|authors|autor|autoren|autores|auteur|auteurs|autore|autori|redakteur|redakteure|people|person|profile|profil|by|staff|journalist|journalists|contributor|contributors|writer|writers|team|reporter|reporters|redaktion)[/=-]|[?&]author=");

    private final Predicate<String> isAuthor;
    private final DateText texts;

    MarkedAuthors(Predicate<String> isAuthor, DateText texts) {
        this.isAuthor = isAuthor;
        this.texts = texts;
    }

    /** Whether a link leads to a page about somebody who writes. */
    static boolean leadsToProfile(Element link) {
        return PROFILE.matcher(link.attr("href")).find();
    }

    /** Elements that a standard marks: itemprop=author, rel=author, RDFa. */
    Stream<String> byStandard(ArticleScope within) {
        return firstNames(within, element -> {
            String property = (element.attr("itemprop") + " " + element.attr("property")).toLowerCase(Locale.ROOT);
            return property.matches(".*\\b(author|creator)\\b.*")
                    || element.attr("rel").toLowerCase(Locale.ROOT).matches(".*\\bauthor\\b.*");
        });
    }

    /** Elements whose class, id or tag says author, in many languages. */
    Stream<String> byName(ArticleScope within) {
        return firstNames(
                within,
                element -> AUTHOR_MARK
                                .matcher(element.normalName() + " " + ArticleScope.marks(element))
                                .find()
                        || element.attr("itemtype").endsWith("schema.org/Person"));
    }

    /** Names of the first marked element that has any, and of its neighbours marked alike; behind the headline first. */
    private Stream<String> firstNames(ArticleScope within, Predicate<Element> mark) {
        List<Element> candidates = new ArrayList<>();
        List<Element> elements = within.elements();
        int headline = within.headlineIndex();
        for (int i = 0; i < elements.size() && candidates.size() < CANDIDATES_MAX; i++) {
            Element element = elements.get((i + Math.max(headline, 0)) % elements.size());
            if (mark.test(element)) {
                candidates.add(element);
            }
        }
        Set<String> names = new LinkedHashSet<>();
        Element first = null;
        for (Element candidate : candidates) {
            if (first == null || candidate.parent() == first.parent() || isCousin(candidate, first)) {
                List<String> found = namesIn(candidate);
                if (!found.isEmpty() && found.stream().anyMatch(isAuthor)) {
                    names.addAll(found);
                    first = first == null ? candidate : first;
                }
            }
        }
        return names.stream();
    }

    private static boolean isCousin(Element candidate, Element first) {
        Element parent = candidate.parent();
        Element other = first.parent();
        return parent != null
                && other != null
                && parent.parent() == other.parent()
                && parent.normalName().equals(other.normalName())
                && parent.className().equals(other.className());
    }

    private List<String> namesIn(Element element) {
        if (element.hasAttr("content")) {
            return Byline.names(element.attr("content"), texts);
        }
        if (ShortText.of(element, BOX_CHARS_MAX).isEmpty()) {
            return inHeading(element);
        }
        List<String> linked = element.select("[itemprop=name], a[rel~=(?i)author], a[href], .fn").stream()
                .filter(link ->
                        !link.normalName().equals("a") || link.attr("rel").contains("author") || leadsToProfile(link))
                .flatMap(link ->
                        Byline.names(link.hasAttr("content") ? link.attr("content") : withoutSides(link), texts)
                                .stream())
                .distinct()
                .toList();
        if (!linked.isEmpty()) {
            return linked;
        }
        String text = withoutSides(element);
        if (text.length() <= TEXT_CHARS_MAX) {
            return Byline.names(text, texts);
        }
        return inHeading(element);
    }

    /** A box on the author begins with the name. */
    private List<String> inHeading(Element box) {
        Element heading = box.selectFirst("h2, h3, h4, h5, strong, b, [class*=name]");
        return heading == null ? List.of() : Byline.names(ShortText.of(heading, HEADING_CHARS_MAX), texts);
    }

    private static String withoutSides(Element element) {
        if (element.childrenSize() == 0) {
            return element.text();
        }
        Element copy = element.clone();
        copy.select(NO_NAMES).stream().filter(side -> side != copy).forEach(Element::remove);
        return copy.text();
    }
}
