package news.parallax.crawler.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Who wrote an article. JSON-LD's persons win, then elements that are marked as authors by a standard (microdata,
 * rel=author), then meta elements, then what looks like a byline. The outlet itself and news agencies are no authors.
 */
final class Authors {

    private static final int TEXT_CHARS_MAX = 300;
    private static final int LINE_CHARS_MAX = 120;
    private static final int NEAR_HEADLINE = 60;
    private static final int FEW = 3;
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
            "(?<![a-z])(by-?line|authors?|author-?name|autor|autoren|autorin|auteurs?|autore|autori|redakteur|verfasser|wrote|writer|writers|creator|full-?name"
                    + "|contributors?|posted-?by|post-?author|entry-?author|article-?author|written-?by|journalist|skribent|reporter"
                    + "|yazar|szerzo|zhurnalist)(?![a-z])");

    /** Parts of a byline that are no names. */
    private static final String NO_NAMES = "time, script, style, figure, figcaption, svg, button, form, ul.social,"
            + " [class~=(?i)(date|time|social|share|role|bio|description|position|email|twitter|agency|agentur|agence|agenzia|agencia|source|avatar|comment|job|title$)]";

    /** The page of an author's articles, as blogs have it. */
    private static final Pattern AUTHOR_PAGE =
            Pattern.compile("(?i)/(?:author|autor|auteur|autore|autoren|autores|auteurs)/[^/?#]{2,60}/?$");

    private static final Pattern PROFILE = Pattern.compile(
            "(?i)/(author|authors|autor|autoren|autores|auteur|auteurs|autore|autori|redakteur|redakteure|people|person|profile|profil|by|staff|journalist|journalists|contributor|contributors|writer|writers|team|reporter|reporters|redaktion)[/=-]|[?&]author=");

    private static final Pattern SIGNATURE = Pattern.compile(
            "(?iu)(?:text|texte|autor(?:in|en)?|auteurs?|author|autore|written by|geschrieben von|ein (?:gast)?beitrag von|автор|作者)\\s*(?::\\s*|(?<=(?:by|von)) )\\p{L}.*");
    private static final Pattern OUTLET_WORD = Pattern.compile(
            "(?iu)\\b(presse|press|news|nachrichten|zeitung|blatt|media|medien|magazin|magazine|redaktion|post|times|herald|journal|tribune"
                    + "|daily|the|die|der|das|le|la|el|il|online|blog|verlag|portal|radio|tv|stiftung|foundation|verein|institut|institute|network"
                    + "|today|week|world|star|sun|mail|express|standard|review|report|agency|agentur|kurier|anzeiger|bote|rundschau|echo|sport|sports"
                    + "|university|universität|center|centre|group|gmbh|inc|company|team|diario|jornal|gazeta|gazzetta|corriere)\\b");
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)\\P{L}{0,3}(?:autor(?:in|en)?|auteurs?|authors?|autore|text|texte|by|von|par|por|written by|geschrieben von|posted by|автор)\\P{L}{0,3}");
    private static final Pattern BY_LABEL =
            Pattern.compile("(?iu)written by|verfasst|geschrieben|écrit|escrito|scritto|auth?or");
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
                this::linesNearHeadline,
                this::profiles,
                this::metas,
                () -> bylines(scope),
                this::signatures,
                () -> few(marked(wide.get())),
                () -> few(bylines(wide.get())),
                () -> structured(true),
                this::inScripts);
        if (names.isEmpty()) {
            return ofPersonalSite();
        }
        return names.size() == 1 && !names.getFirst().contains(" ") ? List.of(inFull(names.getFirst())) : names;
    }

    /** A site that has its author's name: what it states as author must look like a person's name. */
    private List<String> ofPersonalSite() {
        return Stream.of(structured(false), marked(scope), metas(names -> true), bylines(scope))
                .flatMap(names -> names)
                .filter(name -> outlet.isNamed(name) && PERSON.matcher(name).matches())
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
        return Stream.of(marked(scope), bylines(scope))
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
                .flatMap(author -> Byline.names(nameOf(author), texts).stream());
    }

    private static boolean isOrganization(JsonNode author) {
        return JsonLd.isA(author, "Organization") && !JsonLd.isA(author, "Person");
    }

    private static String nameOf(JsonNode author) {
        return PageMetadata.nameOf(author);
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
                element -> AUTHOR_MARK
                                .matcher(element.normalName() + " " + ArticleScope.marks(element))
                                .find()
                        || element.attr("itemtype").endsWith("schema.org/Person"));
    }

    /** A link to somebody's page right below the headline. */
    private Stream<String> profiles() {
        int headline = Math.max(scope.headlineIndex(), 0);
        List<Element> elements = scope.elements();
        Set<String> names = new LinkedHashSet<>();
        Element first = null;
        for (Element link : elements.subList(headline, Math.min(elements.size(), headline + NEAR_HEADLINE))) {
            if (link.normalName().equals("a") && (first == null || link.parent() == first.parent())) {
                List<String> found = ofProfile(link);
                names.addAll(found);
                first = first == null && !found.isEmpty() ? link : first;
            }
        }
        return names.stream();
    }

    private List<String> ofProfile(Element link) {
        String address = link.attr("href");
        boolean author = AUTHOR_PAGE.matcher(address).find();
        if (!author && !PROFILE.matcher(address).find()) {
            return List.of();
        }
        List<String> names = Byline.names(link.text(), texts);
        return names.size() == 1 && (author || PERSON.matcher(names.getFirst()).matches()) ? names : List.of();
    }

    private Stream<String> linesNearHeadline() {
        int headline = Math.max(scope.headlineIndex(), 0);
        List<Element> elements = scope.elements();
        List<Element> near = elements.subList(
                Math.max(0, headline - NEAR_HEADLINE / 3), Math.min(elements.size(), headline + NEAR_HEADLINE));
        return near.stream()
                .filter(element -> element.childrenSize() < 12)
                .map(element -> ShortText.of(element, LINE_CHARS_MAX))
                .filter(text -> text.length() > 5)
                .map(text -> LINE.matcher(text).matches() ? Byline.names(text, texts) : besideDate(text))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream);
    }

    /** "Text: Ada Moor", wherever it stands, in one element or with the label in its own. */
    private Stream<String> signatures() {
        return scope.elements().stream()
                .filter(element -> element.childrenSize() < 6)
                .map(this::signature)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream);
    }

    private List<String> signature(Element element) {
        String text = ShortText.of(element, DATED_LINE_CHARS_MAX);
        if (text.length() < 2) {
            return List.of();
        }
        if (SIGNATURE.matcher(text).matches()) {
            return Byline.names(text, texts);
        }
        return LABEL.matcher(text).matches() ? Byline.names(textAfter(element), texts) : List.of();
    }

    /** The text beside an element, up to the next block; empty if it is too long for a name. */
    private static String textAfter(Element label) {
        for (Node node = label.nextSibling(); node != null; node = node.nextSibling()) {
            String text = node instanceof TextNode own ? own.text() : node instanceof Element next ? next.text() : "";
            if (text.strip().length() > 2) {
                return text.length() <= LINE_CHARS_MAX ? text : "";
            }
        }
        return "";
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
