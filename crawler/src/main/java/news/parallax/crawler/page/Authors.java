package news.parallax.crawler.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Who wrote an article. JSON-LD's persons win, then elements that are marked as authors by a standard (microdata,
 * rel=author), then meta elements, then what looks like a byline. The outlet itself and news agencies are no authors.
 */
final class Authors {

    private static final int TEXT_CHARS_MAX = 300;
    private static final int LINE_CHARS_MAX = 120;
    private static final int NEAR_HEADLINE = 60;
    private static final int CANDIDATES_MAX = 60;

    private static final String[] METAS = {
        "author",
        "article:author",
        "authors",
        "article:author_name",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "dc.contributor",
        "citation_author",
        "bepress_citation_author",
        "byl",
        "byline",
        "creator",
        "og:author",
        "og:article:author",
        "twitter:data1:author",
        "cxenseparse:author",
        "shareaholic:article_author_name",
        "rnews:author",
        "article.author",
        "authorname",
        "author_name",
        "mediaauthor",
        "news_author",
        "writer",
        "reporter"
    };

    private static final Pattern AUTHOR_MARK = Pattern.compile(
            "(?<![a-z])(by-?line|authors?|author-?name|autor|autoren|autorin|auteurs?|autore|autori|redakteur|verfasser|writer|writers|creator"
                    + "|contributors?|posted-?by|post-?author|entry-?author|article-?author|written-?by|journalist|firma|vcard|skribent|reporter"
                    + "|yazar|szerzo|zhurnalist)(?![a-z])");

    /** Parts of a byline that are no names. */
    private static final String NO_NAMES = "time, script, style, figure, figcaption, svg, button, form, ul.social,"
            + " [class~=(?i)(date|time|social|share|role|bio|description|position|email|twitter|agency|agentur|agence|agenzia|agencia|source|avatar|comment|job|title$)]";

    private static final Pattern PROFILE = Pattern.compile(
            "(?i)/(author|authors|autor|autoren|autores|auteur|auteurs|autore|autori|redakteur|redakteure|people|person|profile|profil|by|staff|journalist|journalists|contributor|contributors|writer|writers|team|reporter|reporters|redaktion)[/=-]|[?&]author=");

    private static final int DATED_LINE_CHARS_MAX = 80;
    private static final Pattern PERSON =
            Pattern.compile("\\p{Lu}[\\p{L}'’.-]+(?: (?:\\p{Lu}[\\p{L}'’.-]*|von|van|de|der|den|di|da|la|le)){1,3}");
    private static final int SCRIPT_CHARS_MAX = 200_000;

    private static final Pattern SCRIPT_AUTHOR = Pattern.compile(
            "(?i)[\"']?\\b(?:page_?|article_?|content_?|cap_?|story_?|post_?)?(?:author|byline)s?(?:_?name)?[\"']?\\s*[:=]\\s*\\[?\\s*[\"']([^\"'\\r\\n{}]{3,60})[\"']");

    /** A line of its own near the headline. "de" and "di" alone begin too many other lines. */
    private static final Pattern LINE = Pattern.compile(
            "^(?iu)(?:by|von|par|por|door|written by|posted by|published by|ein (?:gast)?beitrag von|text|texte|texto|testo|tekst|autor(?:in)?|author"
                    + "|auteur|autore|автор|текст|作者|記者|记者|文|執筆|redaktion|interview|skrevet af|av)\\s*(?::|：|(?=\\s))\\s*\\p{L}.*");

    private final Document page;
    private final PageMetadata meta;
    private final Supplier<ArticleScope> wide;
    private final ArticleScope scope;
    private final Outlet outlet;
    private final String wire;
    private final DateText texts;

    Authors(
            Document page,
            PageMetadata meta,
            ArticleScope scope,
            Supplier<ArticleScope> wide,
            Outlet outlet,
            String wire,
            DateText texts) {
        this.wire = wire;
        this.page = page;
        this.wide = wide;
        this.meta = meta;
        this.scope = scope;
        this.outlet = outlet;
        this.texts = texts;
    }

    /** The authors in the order of the byline; empty if the page names none. */
    List<String> names() {
        List<String> names = firstOf(
                () -> structured(false),
                this::metasThatAreShown,
                () -> marked(scope),
                this::metas,
                () -> bylines(scope),
                this::lines,
                () -> marked(wide.get()),
                () -> bylines(wide.get()),
                () -> structured(true),
                this::inScripts);
        return names.size() == 1 && !names.getFirst().contains(" ") ? List.of(inFull(names.getFirst())) : names;
    }

    @SafeVarargs
    private List<String> firstOf(Supplier<Stream<String>>... sources) {
        for (Supplier<Stream<String>> source : sources) {
            List<String> names = source.get().filter(this::isAuthor).distinct().toList();
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    /** A first name for machines may be a whole one for people. */
    private String inFull(String name) {
        return Stream.of(marked(scope), bylines(scope))
                .flatMap(names -> names)
                .filter(full -> full.startsWith(name + " "))
                .findFirst()
                .orElse(name);
    }

    /** Templates often name their maker; a name that the article shows is its author's. */
    private Stream<String> metasThatAreShown() {
        List<String> names = metas().toList();
        if (names.isEmpty()) {
            return Stream.empty();
        }
        String shown = scope.elements().stream().map(Element::ownText).collect(Collectors.joining(" "));
        String lower = shown.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(name -> lower.contains(name.toLowerCase(Locale.ROOT)))
                ? names.stream()
                : Stream.empty();
    }

    private Stream<String> inScripts() {
        return page.getElementsByTag("script").stream()
                .map(Element::data)
                .filter(data -> data.length() > 10 && data.length() <= SCRIPT_CHARS_MAX)
                .flatMap(data -> SCRIPT_AUTHOR.matcher(data).results().limit(3))
                .map(match -> Byline.names(match.group(1), texts))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream);
    }

    private boolean isAuthor(String name) {
        return !outlet.isNamed(name) && !WireCredit.isAgency(name) && !name.equals(wire);
    }

    private Stream<String> structured(boolean organizations) {
        return Stream.concat(meta.jsonLd().values("author"), meta.jsonLd().values("creator"))
                .filter(author -> JsonLd.isA(author, "Organization") == organizations)
                .flatMap(author -> Byline.names(nameOf(author), texts).stream());
    }

    private static String nameOf(JsonNode author) {
        return PageMetadata.nameOf(author);
    }

    private Stream<String> metas() {
        List<String> names = meta.metas(METAS)
                .flatMap(text -> Byline.names(text, texts).stream())
                .distinct()
                .toList();
        return names.stream();
    }

    /** Elements that a standard marks: itemprop=author, rel=author, RDFa. */
    private Stream<String> marked(ArticleScope within) {
        return firstNames(within, element -> {
            String property = (element.attr("itemprop") + " " + element.attr("property")).toLowerCase(Locale.ROOT);
            return property.matches(".*\\b(author|creator)\\b.*")
                    || element.attr("rel").toLowerCase(Locale.ROOT).matches(".*\\bauthor\\b.*");
        });
    }

    private Stream<String> bylines(ArticleScope within) {
        return firstNames(
                within,
                element -> AUTHOR_MARK.matcher(ArticleScope.marks(element)).find());
    }

    private Stream<String> lines() {
        int headline = Math.max(scope.headlineIndex(), 0);
        List<Element> elements = scope.elements();
        List<Element> near = elements.subList(
                Math.max(0, headline - NEAR_HEADLINE / 3), Math.min(elements.size(), headline + NEAR_HEADLINE));
        return near.stream()
                .filter(element -> element.childrenSize() < 12)
                .map(element -> PageMetadata.plain(element.childrenSize() == 0 ? element.ownText() : element.text()))
                .filter(text -> text.length() > 5 && text.length() <= LINE_CHARS_MAX)
                .map(text -> LINE.matcher(text).matches() ? Byline.names(text, texts) : besideDate(text))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream);
    }

    /** "1 May 2026 - Ada Moor": what is left of a short line with a date, if that looks like the name of a person. */
    private List<String> besideDate(String text) {
        if (text.length() > DATED_LINE_CHARS_MAX || texts.all(text).isEmpty()) {
            return List.of();
        }
        List<String> names = Byline.names(text, texts);
        return names.size() == 1 && PERSON.matcher(names.getFirst()).matches() ? names : List.of();
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
                if (!found.isEmpty() && found.stream().anyMatch(this::isAuthor)) {
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
        List<String> linked = element.select("[itemprop=name], a[rel~=(?i)author], a[href], .fn").stream()
                .filter(link -> !link.normalName().equals("a")
                        || link.attr("rel").contains("author")
                        || PROFILE.matcher(link.attr("href")).find())
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
        Element heading = element.selectFirst("h2, h3, h4, h5, strong, b, [class*=name]"); // of a box on the author
        return heading == null || heading.text().length() > LINE_CHARS_MAX
                ? List.of()
                : Byline.names(heading.text(), texts);
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
