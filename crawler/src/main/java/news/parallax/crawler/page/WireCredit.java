package news.parallax.crawler.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The news agency that an article credits: in its structured data, in its byline, at its start ("BERLIN (Reuters) -"),
 * at its end ("(dpa)", "Quelle: dpa").
 */
final class WireCredit {

    /** Agencies by their names; how we write them. */
    private static final Map<String, String> AGENCIES = new HashMap<>();

    /** The same in lowercase, without abbreviations that may be words or other things. */
    private static final Map<String, String> LONG_NAMES = new HashMap<>();

    private static final int LONG_NAME = 5;

    static {
        Stream.of(
                        "Reuters",
                        "Thomson Reuters=Reuters",
                        "AP",
                        "Associated Press=AP",
                        "The Associated Press=AP",
                        "AFP",
                        "Agence France-Presse=AFP",
                        "dpa",
                        "dpa-AFX",
                        "dpa-infocom",
                        "Deutsche Presse-Agentur=dpa",
                        "EFE",
                        "Europa Press",
                        "ANSA",
                        "Adnkronos",
                        "AGI",
                        "LaPresse",
                        "APA",
                        "SDA",
                        "Keystone-SDA",
                        "ATS",
                        "Keystone-ATS",
                        "SID",
                        "AFX",
                        "epd",
                        "KNA",
                        "Belga",
                        "ANP",
                        "PA Media",
                        "Press Association=PA Media",
                        "PA",
                        "UPI",
                        "Bloomberg",
                        "Xinhua",
                        "新华社=Xinhua",
                        "新華社=Xinhua",
                        "共同通信=Kyodo",
                        "時事通信=Jiji Press",
                        "Kyodo",
                        "Kyodo News=Kyodo",
                        "Jiji Press",
                        "Yonhap",
                        "연합뉴스=Yonhap",
                        "TASS",
                        "ТАСС=TASS",
                        "Interfax",
                        "Интерфакс=Interfax",
                        "RIA Novosti",
                        "РИА Новости=RIA Novosti",
                        "Ukrinform",
                        "Укрінформ=Ukrinform",
                        "Unian",
                        "PTI",
                        "Press Trust of India=PTI",
                        "ANI",
                        "IANS",
                        "UNI",
                        "Antara",
                        "Bernama",
                        "VNA",
                        "TTXVN=VNA",
                        "AAP",
                        "Canadian Press",
                        "The Canadian Press=Canadian Press",
                        "La Presse canadienne=Canadian Press",
                        "PAP",
                        "ČTK=ČTK",
                        "CTK=ČTK",
                        "TASR",
                        "MTI",
                        "Agerpres",
                        "Mediafax",
                        "BTA",
                        "БТА=BTA",
                        "Tanjug",
                        "Танјуг=Tanjug",
                        "Hina",
                        "STA",
                        "ANA-MPA",
                        "ΑΠΕ-ΜΠΕ=ANA-MPA",
                        "Anadolu",
                        "Anadolu Ajansı=Anadolu",
                        "AA",
                        "DHA",
                        "İHA=İHA",
                        "IRNA",
                        "SANA",
                        "WAFA",
                        "MENA",
                        "SPA",
                        "WAM",
                        "QNA",
                        "APS",
                        "MAP",
                        "TAP",
                        "NAN",
                        "PANA",
                        "TT",
                        "NTB",
                        "Ritzau",
                        "STT",
                        "FNB",
                        "BNS",
                        "ELTA",
                        "LETA",
                        "Lusa",
                        "Agência Lusa=Lusa",
                        "Agência Brasil",
                        "Télam=Télam",
                        "Telam=Télam",
                        "Notimex",
                        "Prensa Latina",
                        "Colprensa",
                        "ABI",
                        "Andina",
                        "EFE Agro=EFE",
                        "Agencia EFE=EFE",
                        "Sputnik",
                        "KCNA",
                        "CNA",
                        "中央社=CNA",
                        "GNS",
                        "Press Association Sport=PA Media")
                .map(agency -> agency.split("="))
                .forEach(agency -> add(agency[0], agency[agency.length - 1]));
        List.of(
                        "DPA=dpa",
                        "EPD=epd",
                        "afp=AFP",
                        "apa=APA",
                        "sid=SID",
                        "sda=SDA",
                        "kna=KNA",
                        "Efe=EFE",
                        "Ansa=ANSA",
                        "Afp=AFP")
                .forEach(agency -> add(agency.split("=")[0], agency.split("=")[1]));
    }

    private static void add(String name, String written) {
        AGENCIES.put(name, written);
        if (name.length() >= LONG_NAME) {
            LONG_NAMES.put(name.toLowerCase(Locale.ROOT), written);
        }
    }

    private static final String SHORT_NAME = "[\\p{L}][\\p{L}\\p{M}. -]{1,24}";

    /** "BERLIN (Reuters) - …", "Kiew/Moskau (dpa) – …", "WASHINGTON, May 1 (AP) — …", "PARIS, 1 mai (Reuters)". */
    private static final Pattern START =
            Pattern.compile("^[^.!?\\n()]{0,70}[(（](" + SHORT_NAME + "(?:/" + SHORT_NAME + "){0,3})[)）]");

    /** "Berlin. dpa", "dpa Berlin.", "新华社北京5月1日电". */
    private static final Pattern CHINESE_START = Pattern.compile("^[（(]?(新华社|新華社|中央社|共同通信|時事通信|연합뉴스)");

    private static final Pattern SOURCE = Pattern.compile(
            "(?iu)(?:quelle|source|fuente|fonte|bron|źródło|zdroj|kaynak|источник|mit material (?:von|der)|with (?:files|reporting) from"
                    + "|avec|con información de|agentur)\\s*:?\\s*(?:der |die |the |l')?(" + SHORT_NAME + "(?:[/,] ?"
                    + SHORT_NAME
                    + "){0,3})");

    private static final Pattern BRACKETS =
            Pattern.compile("[(（\\[]((?:" + SHORT_NAME + ")(?:[/,] ?" + SHORT_NAME + "){0,3})[)）\\]]");

    private static final Pattern BETWEEN = Pattern.compile("\\s*[/,;|]\\s*|\\s+(?:und|and|et|y|e|mit)\\s+");

    private static final int TAIL_CHARS = 300;
    private static final int HEAD_CHARS = 400;

    private static final int NAME_CHARS_MAX = 60;

    /** Names an agency, whatever its name is. */
    private static final Pattern AGENCY_MARK =
            Pattern.compile("(^|[\\s_-])(agency|wire|agence|agentur|agenzia|agencia)([\\s_-]|$)");

    /** Names a source, of which only agencies are meant here. */
    private static final Pattern SOURCE_MARK =
            Pattern.compile("(^|[\\s_-])(source|quelle|credits?|byline|autor|author)([\\s_-]|$)");

    private WireCredit() {}

    /** Whether a name is that of an agency. */
    static boolean isAgency(String name) {
        return !in(name).isEmpty();
    }

    /** Agencies in "dpa/AFP" as we write them; empty if a part is none. */
    private static String in(String credit) {
        List<String> parts = BETWEEN.splitAsStream(credit.strip())
                .map(String::strip)
                .flatMap(part ->
                        Optional.ofNullable(AGENCIES.getOrDefault(part, LONG_NAMES.get(part.toLowerCase(Locale.ROOT))))
                                .stream())
                .distinct()
                .toList();
        return parts.isEmpty() ? "" : String.join("/", parts);
    }

    /** Returns the agency that the page credits outside of the article's text; empty if none. */
    static String stated(PageMetadata meta, ArticleScope scope, Outlet outlet) {
        return Stream.of(
                        named(meta.jsonLd("sourceOrganization")),
                        named(shown(scope, AGENCY_MARK)),
                        meta.jsonLd()
                                .values("author")
                                .map(author -> in(PageMetadata.nameOf(author)))
                                .findFirst()
                                .orElse(""),
                        in(meta.meta("author", "dc.source", "source", "article:source")),
                        in(shown(scope, SOURCE_MARK)))
                .filter(agency -> !agency.isEmpty() && !outlet.isNamed(agency))
                .findFirst()
                .orElse("");
    }

    /** Returns the agency that the text credits; empty if none. */
    static String inText(String text, Outlet outlet) {
        return inText(text).filter(agency -> !outlet.isNamed(agency)).orElse("");
    }

    private static String named(String name) {
        String known = in(name);
        return known.isEmpty() ? name : known;
    }

    private static String shown(ArticleScope scope, Pattern mark) {
        return scope.elements().stream()
                .filter(element -> element.attr("itemprop").equals("sourceOrganization")
                        || mark.matcher(ArticleScope.marks(element)).find())
                .map(element -> ShortText.of(element, NAME_CHARS_MAX))
                .filter(name -> !name.isEmpty())
                .filter(name -> mark == AGENCY_MARK || isAgency(name))
                .findFirst()
                .orElse("");
    }

    private static Optional<String> inText(String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD_CHARS));
        String tail = text.substring(Math.max(0, text.length() - TAIL_CHARS));
        return Stream.of(
                        found(START, head),
                        found(CHINESE_START, head),
                        found(BRACKETS, tail),
                        found(SOURCE, tail),
                        found(BRACKETS, head))
                .filter(agency -> !agency.isEmpty())
                .findFirst();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String agency = in(matcher.group(1));
            if (!agency.isEmpty()) {
                return agency;
            }
        }
        return "";
    }
}
