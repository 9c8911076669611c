package news.parallax.crawler.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads who wrote an article from what the page shows to people, for pages that do not tell machines. */
final class Byline {

    private static final String BYLINES =
            "[rel=author], [class~=(?i)(^|[\\s_-])(byline|author|authors|autor|auteur|autore)([\\s_-]|$)]";
    private static final String AGENCIES =
            "[class~=(?i)(^|[\\s_-])(agency|wire|agence|agentur|agenzia|agencia)([\\s_-]|$)],"
                    + " [itemprop=sourceOrganization]";

    /** "By", "Written by" … in the languages of western Europe, at the start only. */
    private static final Pattern BY =
            Pattern.compile("^(?i)(written by|by|von|par|por|di|door|de|text|texte|texto|testo)[: ]\\s*");

    /** What stands between names. A lone "e" or "y" is a word of its own, so "Emma y Eva" is two names. */
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;|·•]\\s*|\\s+(?:and|und|et|y|e|en|&)\\s+");

    /** A dateline that names the agency: "BERLIN (Reuters) - …". */
    private static final Pattern DATELINE = Pattern.compile(
            "^[^.!?\\n]{0,60}\\((Reuters|AP|AFP|dpa|EFE|ANSA|Belga|ANP|APA|PA Media|Xinhua|TASS|Kyodo)\\)");

    private Byline() {}

    /** Returns the names in the first byline; empty if there is none. */
    static List<String> authors(Document page) {
        return page.select(BYLINES).stream()
                .map(byline -> names(withoutAgency(byline)))
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .orElse(List.of());
    }

    /** Splits a line of names; drops what cannot be a name. */
    static List<String> names(String line) {
        String text = BY.matcher(line.strip()).replaceFirst("");
        return BETWEEN.splitAsStream(text)
                .map(String::strip)
                .filter(Byline::isName)
                .distinct()
                .toList();
    }

    /** Returns the agency that the byline or the dateline credits; empty if none. */
    static String agency(Document page, String text) {
        Optional<String> shown = page.select(AGENCIES).stream()
                .map(Element::text)
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= 60)
                .findFirst();
        Matcher dateline = DATELINE.matcher(text);
        return shown.orElseGet(() -> dateline.find() ? dateline.group(1) : "");
    }

    private static String withoutAgency(Element byline) {
        Element copy = byline.clone();
        copy.select(AGENCIES + ", time").remove();
        return copy.text();
    }

    private static boolean isName(String text) {
        return text.length() > 1
                && text.length() <= 60
                && !text.contains("@")
                && !text.startsWith("http")
                && text.chars().noneMatch(Character::isDigit);
    }
}
