package news.parallax.crawler.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    private static final int FEW = 3;

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

    private static final Pattern OUTLET_WORD = Pattern.compile(
            "(?iu)\\b(presse|press|news|nachrichten|zeitung|blatt|media|medien|magazin|magazine|redaktion|post|times|herald|journal|tribune"
                    + "|daily|the|die|der|das|le|la|el|il|online|blog|verlag|portal|radio|tv|stiftung|foundation|verein|institut|institute|network"
                    + "|today|week|world|star|sun|mail|express|standard|review|report|agency|agentur|kurier|anzeiger|bote|rundschau|echo|sport|sports"
                    + "|university|universität|center|centre|group|gmbh|inc|company|team|diario|jornal|gazeta|gazzetta|corriere)\\b");
    private static final Pattern BY_LABEL =
            Pattern.compile("(?iu)written by|verfasst|geschrieben|écrit|escrito|scritto|auth?or");
    private static final int SCRIPT_CHARS_MAX = 200_000;

    private static final Pattern SCRIPT_AUTHOR = Pattern.compile(
            "(?i)[\"']?\\b(?:page_?|article_?|content_?|cap_?|story_?|post_?)?(?:author|byline)s?(?:_?name)?[\"']?\\s*[:=]\\s*\\[?\\s*[\"']([^\"'\\r\\n{}]{3,60})[\"']");

    private final Document page;
    private final PageMetadata meta;
    private final Supplier<ArticleScope> wide;
    private final ArticleScope scope;
    private final Outlet outlet;
    private final String wire;
    private final DateText texts;
    private final MarkedAuthors marked;
    private final AuthorLines lines;

    Authors(
            Document page,
            PageMetadata meta,
            ArticleScope scope,
            Supplier<ArticleScope> wide,
            Outlet outlet,
            String wire,
            DateText texts) {
        this.page = page;
        this.meta = meta;
        this.scope = scope;
        this.wide = wide;
        this.outlet = outlet;
        this.wire = wire;
        this.texts = texts;
        this.marked = new MarkedAuthors(this::isAuthor, texts);
        this.lines = new AuthorLines(scope, texts);
    }

    /** The authors in the order of the byline; empty if the page names none. */
    List<String> names() {
        List<String> names = firstOf(
                () -> structured(false),
                this::metasThatAreShown,
                () -> marked.byStandard(scope),
                lines::nearHeadline,
                lines::profiles,
                this::metas,
                () -> marked.byName(scope),
                lines::signatures,
                () -> few(marked.byStandard(wide.get())),
                () -> few(marked.byName(wide.get())),
                () -> structured(true),
                this::inScripts);
        if (names.isEmpty()) {
            return ofPersonalSite();
        }
        return names.size() == 1 && !names.getFirst().contains(" ") ? List.of(inFull(names.getFirst())) : names;
    }

    /** A site that has its author's name: what it states as author must look like a person's name. */
    private List<String> ofPersonalSite() {
        return Stream.of(structured(false), marked.byStandard(scope), metas(names -> true), marked.byName(scope))
                .flatMap(names -> names)
                .filter(name -> outlet.isNamed(name) && Byline.isPerson(name))
                .filter(name -> !OUTLET_WORD.matcher(name).find())
                .limit(1)
                .toList();
    }

    /** Far from the article a list of many is one of columnists. */
    private static Stream<String> few(Stream<String> names) {
        List<String> all = names.toList();
        return all.size() <= FEW ? all.stream() : Stream.empty();
    }

    @SafeVarargs
    private List<String> firstOf(Supplier<Stream<String>>... sources) {
        for (Supplier<Stream<String>> source : sources) {
            List<String> names = source.get()
                    .map(this::withoutOutlet)
                    .filter(this::isAuthor)
                    .distinct()
                    .toList();
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    /** "Ada Moor The Outlet" is Ada Moor. */
    private String withoutOutlet(String name) {
        String[] words = name.split(" ");
        for (int cut = 1; cut <= words.length - 2; cut++) {
            String tail = String.join(" ", Arrays.asList(words).subList(words.length - cut, words.length));
            if (outlet.isNamed(tail)) {
                return String.join(" ", Arrays.asList(words).subList(0, words.length - cut));
            }
        }
        return name;
    }

    /** A first name for machines may be a whole one for people. */
    private String inFull(String name) {
        return Stream.of(marked.byStandard(scope), marked.byName(scope))
                .flatMap(names -> names)
                .filter(full -> full.startsWith(name + " "))
                .findFirst()
                .orElse(name);
    }

    /** Templates often name their maker; a name that the article shows is its author's. */
    private Stream<String> metasThatAreShown() {
        if (metas().findAny().isEmpty()) {
            return Stream.empty();
        }
        String shown = scope.elements().stream().map(Element::ownText).collect(Collectors.joining(" "));
        String lower = shown.toLowerCase(Locale.ROOT);
        return metas(names ->
                names.stream().filter(this::isAuthor).anyMatch(name -> lower.contains(name.toLowerCase(Locale.ROOT))));
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
                .filter(author -> isOrganization(author) == organizations)
                .flatMap(author -> Byline.names(PageMetadata.nameOf(author), texts).stream());
    }

    private static boolean isOrganization(JsonNode author) {
        return JsonLd.isA(author, "Organization") && !JsonLd.isA(author, "Person");
    }

    /** Names of the first meta element that has any. */
    private Stream<String> metas() {
        return metas(names -> names.stream().anyMatch(this::isAuthor));
    }

    private Stream<String> metas(Predicate<List<String>> fits) {
        return Stream.concat(Stream.of(METAS).map(name -> meta.metas(name)), Stream.of(labelled()))
                .map(values -> values.map(text -> Byline.names(text, texts))
                        .filter(names -> names.size() <= 1 || !outlet.isNamed(names.getFirst())) // else places follow
                        .flatMap(List::stream)
                        .distinct()
                        .toList())
                .filter(names -> !names.isEmpty() && fits.test(names))
                .findFirst()
                .stream()
                .flatMap(List::stream);
    }

    /** "Written by" beside a name, made for previews of links. */
    private Stream<String> labelled() {
        boolean author = BY_LABEL.matcher(meta.meta("twitter:label1")).find();
        return author ? meta.metas("twitter:data1") : Stream.empty();
    }
}
