package news.parallax.crawler.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names in a line that says who wrote an article: "Von Ada Moor und Ben Ash, Berlin | 1. Mai 2026". */
final class Byline {

    private static final int NAME_CHARS_MAX = 60;
    private static final int NAME_WORDS_MAX = 6;
    private static final int LINE_CHARS_MAX = 600;

    /** "By", "Written by", "Author:", "Ein Gastbeitrag von" … at the start. */
    private static final Pattern BY = Pattern.compile("^(?iu)(?:"
            // a phrase of words that lead to a name, then the word for "by"
            + "(?:(?:written|posted|published|reported|created|submitted|uploaded|article|articles|story|stories|words|text|posts?|guest|view"
            + "|see|show|all|more|photography|illustration|geschrieben|verfasst|veröffentlicht|erstellt|eingestellt|publiziert|ein|eine|zeige"
            + "|alle|alles|mehr|beiträge|beitrag|gastbeitrag|gastkommentar|kommentar|artikel|kolumne|interview|bericht|analyse|publié|écrit|rédigé"
            + "|propos|recueillis|publicado|escrito|scritto|pubblicato|geschreven|skrevet|skriven|tekst|foto|fotos|opublikowane|dodane)\\s+){0,4}"
            + "(?:by|von|vom|par|por|di|door|av|af|od|przez|de la redacción de|a cura di)"
            // or a word for who wrote, alone
            + "|(?:the )?authors?|autor(?:in|innen|en|es|e|a|ka)?|auteurs?|autore|automat|författare|forfatter|kirjoittaja|yazar"
            + "|verfasser(?:in)?|redakteur(?:in)?|texte?|texto|testo|tekst|автор(?:ы)?|текст|szerző|συντάκτης|story|words|reporter|journalist"
            + "|redacción|作者|记者|記者|文|著者|執筆者?|撰文|编辑|ライター|posted|published|veröffentlicht|written|de)"
            + "\\s*(?:[:：／/]|(?=\\s))\\s*");

    /** What no name begins or ends with. */
    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}.)]+$");

    private static final Pattern SYMBOLS = Pattern.compile("[\\p{So}\\p{Cs}\"„“”*~<>\\[\\]{}#]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int NAMES_MAX = 30;

    /** What ends the names: another thing that such lines tell. */
    private static final Pattern END = Pattern.compile(
            "(?iu)\\s*(?:[|•·●/]\\s|\\s[–—-]\\s|\\b(?:posted|published|updated|last updated|veröffentlicht|aktualisiert|erstellt am|publié"
                    + "|publicado|pubblicato|gepubliceerd|follow|folgen|alle (?:artikel|beiträge)|more stories|more from|more by|see all|view all"
                    + "|all posts|alles von|mehr von|mehr zum|zum profil|weitere|kontakt|contact|bio|link copied|email|e-mail|twitter"
                    + "|facebook|kategorien?|categories|filed under|tags?|schlagwörter|kommentare?|comments?|leave a|hinterlasse|lesezeit"
                    + "|min(?:uten)? (?:read|lesezeit)|illustration by|illustrations|photo(?:s|graphs)? by|fotos?|bild(?:er)?|for|für|pour"
                    + "|is an? |is the |ist |schreibt|writes|covers|has been|has written|studierte|wrote|lebt|arbeitet|joined|works|, the)\\b.*"
                    + "|\\s(?:am|on|le|il|el|em|den|vom|um|at|in)\\s+(?=[\\p{L}]*\\s*\\d).*|\\([^)]*\\)?|\\s/\\p{L}+)$");

    /** What stands between names. A lone "e" or "y" is a word of its own, so "Emma y Eva" is two names. */
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*[,;|·•、，；]\\s*|\\s+(?:and|und|et|y|e|en|och|og|ja|i|и|та|a|ve|és|și|&|\\+|&amp;|with|mit|avec|con)\\s+(?=\\p{Lu}|\\p{Lo})");

    private static final Pattern ADDRESS =
            Pattern.compile("\\S+(?:@|\\[at]|\\(at\\))\\S+|https?://\\S+|www\\.\\S+|(?<=\\s|^)@\\w+");

    /** Degrees after a name. */
    private static final Pattern DEGREE = Pattern.compile(
            "(?:,\\s*|\\s+)(?:Ph\\.?D\\.?|M\\.?D\\.?|MPH|RN|RDN?|LDN?|MBA|M\\.?A\\.?|M\\.?S\\.?c?|B\\.?S\\.?c?|BA|JD|DO|CPT|CSCS|DDS|DVM|PharmD|Esq\\.?|LL\\.?M\\.?)(?=,|\\s|$)");

    /** Words around a date that is cut out already, and words between names at the start. */
    private static final Pattern LEFT_OVER = Pattern.compile(
            "(?iu)^(?:and|und|et|y|e)\\s+(?=\\p{Lu})"
                    + "|\\s+(?:stand|datum|date|am|on|vom|den|der|le|el|il|em|published|posted|updated|publié|publiziert|,|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)$");

    /** Offices of people, whole words at the end of a name or before it. */
    private static final Pattern OFFICE_BEHIND = Pattern.compile(
            "(?iu)[\\s,]+(?:(?:senior|chief|deputy|associate|assistant|managing|executive|news|political|sports?|business|staff|special|lead"
                    + "|contributing|guest|national|world|health|science|technology|tech|foreign|freelance|verantwortliche[rn]?|leitende[rn]?|freie[rn]?"
                    + "|stellvertretende[rn]?)\\s+){0,4}(?:contributor|contributing writer|writers?|staff|staff writer|reporter|correspondent|editor"
                    + "|editor-in-chief|columnist|journalist(?:in)?|fellow|author|producer|analyst|critic|bureau|news|chefredakteur(?:in)?|chefredaktion"
                    + "|redakteur(?:in)?|redaktion|korrespondent(?:in)?|reporterin|autorin?|gastautor(?:in)?|volontär(?:in)?|praktikant(?:in)?"
                    + "|journaliste|correspondant|rédacteur|rédactrice|redactor|redactora|periodista|corresponsal|giornalista|redacteur)\\s*$");

    private static final Pattern OFFICE_BEFORE = Pattern.compile(
            "(?iu)^(?:(?:unser(?:e[rmn]?)?|our|senior|gast|guest|freie[rn]?|\\p{L}+[-\\s])*?(?:chefredakteur(?:in)?|redakteur(?:in)?|korrespondent(?:in)?"
                    + "|reporter(?:in)?|gastautor(?:in)?|autor(?:in)?|expert(?:e|in)|experte|volontär(?:in)?|correspondent|editor|writer|columnist|journalist(?:in)?|gastbeitrag von))"
                    + "\\s+(?=\\p{Lu})");

    /** What stands in a byline's place and is no name. */
    private static final Set<String> NO_NAMES = Set.of(
            "admin",
            "administrator",
            "webmaster",
            "author",
            "autor",
            "autorin",
            "by",
            "von",
            "name",
            "name *",
            "posted on",
            "posted by",
            "leave a comment",
            "hinterlasse einen kommentar",
            "schreibe einen kommentar",
            "antworten",
            "reply",
            "editor",
            "staff",
            "user",
            "gast",
            "guest",
            "anonymous",
            "anonym",
            "share",
            "teilen",
            "null",
            "undefined",
            "none",
            "n/a",
            "writer",
            "reporter",
            "contributor",
            "contributors",
            "about the author",
            "über den autor",
            "über die autorin",
            "about",
            "more",
            "mehr",
            "profil",
            "profile",
            "follow",
            "twitter",
            "facebook",
            "instagram",
            "kommentare",
            "comments",
            "login",
            "anmelden",
            "jr",
            "jr.",
            "sr",
            "sr.",
            "ii",
            "iii",
            "inc",
            "inc.",
            "llc",
            "gmbh",
            "uncategorized",
            "allgemein",
            "news",
            "home",
            "index",
            "unbekannt",
            "e-mail",
            "email",
            "website",
            "url",
            "autoren",
            "authors",
            "print",
            "drucken",
            "pdf",
            "date",
            "datum",
            "source",
            "quelle",
            "image",
            "bild",
            "foto",
            "video",
            "details",
            "meta",
            "categories",
            "tags",
            "connect directly",
            "see full bio",
            "see full",
            "vorlesen",
            "zur artikelübersicht",
            "read more",
            "advertisement",
            "anzeige",
            "full bio",
            "size",
            "jobs",
            "bureau",
            "agencies",
            "agenturen",
            "agentur",
            "correspondent",
            "online",
            "the",
            "der",
            "die",
            "das",
            "to",
            "in",
            "on",
            "at",
            "am",
            "um",
            "uhr");

    /** Small words in names of people. */
    private static final Set<String> PARTICLES = Set.of(
            "von", "van", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le", "el",
            "al", "bin", "ibn", "ter", "ten", "zu", "zur", "vom", "und", "y", "e", "af", "av", "st.", "v.", "d.",
            "dalla", "dal", "of", "the");

    private static final Pattern NO_NAME = Pattern.compile(
            "(?i)\\.html?\\b|\\.php\\b|https?:|[?!…=|]|/ |\\d{5}|\\s\\S*\\d\\S*\\s|\\s\\d|\\blogo\\b|\\bcookie");

    private static final Pattern PERSON =
            Pattern.compile("\\p{Lu}[\\p{L}'’.-]+(?: (?:\\p{Lu}[\\p{L}'’.-]*|von|van|de|der|den|di|da|la|le)){1,3}");

    private Byline() {}

    /** Whether a name looks like that of a person: two words or more, with capitals. */
    static boolean isPerson(String name) {
        return PERSON.matcher(name).matches();
    }

    /** Splits a line of names; drops what cannot be a name. */
    static List<String> names(String line, DateText texts) {
        String text = PageMetadata.plain(line);
        if (text.length() > LINE_CHARS_MAX) {
            return List.of();
        }
        text = ADDRESS.matcher(text).replaceAll(" ").strip();
        List<DateText.Found> dates = texts.all(text);
        if (dates.isEmpty()) {
            return split(text);
        }
        int start = dates.getFirst().start();
        int end = Math.min(dates.getFirst().end(), text.length());
        List<String> before = split(text.substring(0, start));
        return before.isEmpty() ? split(text.substring(end)) : before;
    }

    private static List<String> split(String line) {
        String people = END.matcher(withoutBy(line)).replaceFirst("");
        return BETWEEN.splitAsStream(DEGREE.matcher(people).replaceAll(""))
                .map(Byline::clean)
                .filter(Byline::isName)
                .distinct()
                .limit(NAMES_MAX)
                .toList();
    }

    private static String withoutBy(String line) {
        String text = EDGE.matcher(line).replaceAll("");
        for (int i = 0; i < 3; i++) {
            Matcher by = BY.matcher(text);
            if (!by.find() || by.end() >= text.length()) {
                break;
            }
            text = EDGE.matcher(text.substring(by.end())).replaceAll("");
        }
        return text;
    }

    private static String clean(String part) {
        String name = SYMBOLS.matcher(part).replaceAll(" ");
        name = SPACES.matcher(withoutBy(name)).replaceAll(" ");
        name = OFFICE_BEFORE.matcher(name).replaceFirst("");
        String bare = OFFICE_BEHIND.matcher(name).replaceFirst("");
        name = bare.strip().contains(" ") ? bare : name; // of "Ars Staff" no name would be left
        name = LEFT_OVER.matcher(EDGE.matcher(name).replaceAll("")).replaceFirst("");
        return repaired(EDGE.matcher(name).replaceAll(""));
    }

    /** Names in capitals are a matter of the page's layout. */
    private static String repaired(String name) {
        boolean capitals = name.contains(" ")
                && name.equals(name.toUpperCase(Locale.ROOT))
                && name.length() > 6
                && name.codePoints().anyMatch(Character::isUpperCase);
        if (!capitals) {
            return name;
        }
        StringBuilder repaired = new StringBuilder(name.length());
        boolean start = true;
        for (char c : name.toCharArray()) {
            repaired.append(start ? c : Character.toLowerCase(c));
            start = !Character.isLetter(c) && c != '\'' && c != '’' || c == '\'' || c == '’';
        }
        return repaired.toString();
    }

    private static boolean isName(String text) {
        return text.length() > 1
                && text.length() <= NAME_CHARS_MAX
                && !NO_NAMES.contains(text.toLowerCase(Locale.ROOT))
                && text.codePoints().anyMatch(Character::isLetter)
                && !NO_NAME.matcher(text).find()
                && !isPhrase(text)
                && !OFFICE_BEHIND.matcher(", " + text).matches()
                && !BY.matcher(text + " X").replaceFirst("").equals("X");
    }

    /** Names have few words, and few of these begin with a small letter. */
    private static boolean isPhrase(String text) {
        String[] words = SPACES.split(text);
        int small = 0;
        for (String word : words) {
            if (Character.isLowerCase(word.codePointAt(0)) && !PARTICLES.contains(word)) {
                small++;
            }
        }
        return words.length > NAME_WORDS_MAX
                || words.length > 1 && Character.isDigit(text.charAt(0))
                || words.length == 2 && small == 1 && Character.isLowerCase(text.codePointAt(0))
                || words.length > 2 && small > 0;
    }
}
