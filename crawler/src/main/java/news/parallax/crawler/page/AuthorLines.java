package news.parallax.crawler.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Names in lines that say so in words: "By Ada Moor" below the headline, "Text: Ada Moor" at the end. */
final class AuthorLines {

    private static final int LINE_CHARS_MAX = 120;
    private static final int NEAR_HEADLINE = 60;
    private static final int DATED_LINE_CHARS_MAX = 80;

    /** The page of an author's articles, as blogs have it. */
    private static final Pattern AUTHOR_PAGE =
            Pattern.compile("(?i)/(?:author|autor|auteur|autore|autoren|autores|auteurs)/[^/?#]{2,60}/?$");

    private static final Pattern SIGNATURE = Pattern.compile(
            "(?iu)(?:text|texte|autor(?:in|en)?|auteurs?|author|autore|written by|geschrieben von|ein (?:gast)?beitrag von|автор|作者)\\s*(?::\\s*|(?<=(?:by|von)) )\\p{L}.*");
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)\\P{L}{0,3}(?:autor(?:in|en)?|auteurs?|authors?|autore|text|texte|by|von|par|por|written by|geschrieben von|posted by|автор)\\P{L}{0,3}");
    /** A line of its own near the headline. "de" and "di" alone begin too many other lines. */
    private static final Pattern LINE = Pattern.compile(
            "^(?iu)(?:by|von|par|por|door|written by|posted by|published by|ein (?:gast)?beitrag von|text|texte|texto|testo|tekst|autor(?:in)?|author"
                    + "|auteur|autore|автор|текст|作者|記者|记者|文|執筆|redaktion|interview|skrevet af|av)\\s*(?::|：|(?=\\s))\\s*\\p{L}.*");

    private final ArticleScope scope;
    private final DateText texts;

    AuthorLines(ArticleScope scope, DateText texts) {
        this.scope = scope;
        this.texts = texts;
    }

    /** A link to somebody's page right below the headline. */
    Stream<String> profiles() {
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
        boolean author = AUTHOR_PAGE.matcher(link.attr("href")).find();
        if (!author && !MarkedAuthors.leadsToProfile(link)) {
            return List.of();
        }
        List<String> names = Byline.names(link.text(), texts);
        return names.size() == 1 && (author || Byline.isPerson(names.getFirst())) ? names : List.of();
    }

    /** "By Ada Moor" in a line of its own, or a name beside a date. */
    Stream<String> nearHeadline() {
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
    Stream<String> signatures() {
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
        return names.size() == 1 && Byline.isPerson(names.getFirst()) ? names : List.of();
    }
}
