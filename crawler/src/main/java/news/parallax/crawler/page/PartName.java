package news.parallax.crawler.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the words in class and id tell of a part of a page, the strongest first. The words are those that publishing systems
 * and style sheets use in the languages of Europe, gathered from pages; they are matched whole, so that "header-image" is no
 * "ad", but for the stems.
 */
enum PartName {
    /** What readers write. */
    COMMENTS("comentario comentarios comment commentaire commentaires commentarea commentform commenti "
            + "commentlist comments commenttext disqus kommentar kommentare reacties respond talkback"),
    /** Parts around an article; nothing of them is text. */
    APART("addtoany breadcrumb breadcrumbs consent cookie cookies foot footer gdpr lightbox login menu "
            + "modal nav navbar navi navigation newsletter outbrain overlay pager pagination paywall popup "
            + "recommendation recommendations recommended related relatedposts share sharebar sharedaddy "
            + "shares sharing sidebar signup skip socials subscribe subscription taboola yarpp"),
    /** The paragraph before the text that sums it up; often marked as header or teaser too. */
    LEAD("abstract bajada chapeau chapo deck dek entradilla excerpt ingress intro introduction lead "
            + "leadtext lede sommario standfirst subhead subheadline subtitle summary vorspann"),
    /** What is to make readers go on. */
    TEASER("preview teaser teasers"),
    /** Parts in or beside an article that are not text. */
    BESIDE("ad ads adv advert advertisement advertising anzeige anzeigen aside auteur author authorbox "
            + "authors autor autoren banner bewertung bildunterschrift bio biography byline caption copyright "
            + "credit credits crosslinks dateline disclaimer donate donation embed factbox galerie gallery "
            + "imagedescription infobox kicker legende linkbox linklist masthead meta metadata more most "
            + "noprint player playlist popular postmeta printonly promo promoted promotion pub publicidad "
            + "publicite rail rating ratings readmore reply signature slideshow social sponsor sponsored tag "
            + "tagcloud tags timestamp toolbar tooltip topics trending vcard video werbung widget widgets"),
    /** Tells nothing. */
    NONE("");

    /** Beginnings of words for {@link #APART} that are often written together with another word. */
    private static final Set<String> STEMS =
            Set.of(("advert affiliate authorb authori breadcrumb cookie disclosure newsletter nextstory paidbox "
                            + "paywall readalso readmore recommend related sabox shareb sharel sociab socialb sociall socialsh")
                    .split(" "));

    private static final int SHORTEST_STEM = 5;
    private static final int LONGEST_STEM = 10;

    private static final Map<String, PartName> BY_WORD = byWord();

    /** Class names that tell of the article's topics or of the layout, not of what the element is. */
    private static final Set<String> NOT_OF_THE_ELEMENT = Set.of(
            ("tag category cat author has no with is format status type not js wp elementor displayed").split(" "));

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern WORD_BORDER = Pattern.compile("[^\\p{Alnum}]+|(?<=\\p{Lower})(?=\\p{Upper})");

    /** Words of an id; longer ones are headings made into anchors. */
    private static final int LONGEST_ID = 3;

    private final String words;

    PartName(String words) {
        this.words = words;
    }

    private static Map<String, PartName> byWord() {
        Map<String, PartName> byWord = new HashMap<>();
        for (PartName name : values()) {
            for (String word : name.words.split(" ")) {
                byWord.putIfAbsent(word, name);
            }
        }
        return Map.copyOf(byWord);
    }

    /** Returns the strongest of what the words tell. */
    static PartName of(String classes, String id) {
        PartName strongest = NONE;
        for (String name : SPACES.split(classes)) {
            String[] parts = WORD_BORDER.split(name);
            boolean ofTheElement = parts.length < 2
                    || name.length() <= parts[0].length()
                    || name.charAt(parts[0].length()) != '-' && name.charAt(parts[0].length()) != '_'
                    || !NOT_OF_THE_ELEMENT.contains(parts[0].toLowerCase(Locale.ROOT));
            if (ofTheElement) {
                strongest = stronger(strongest, parts);
            }
        }
        String[] parts = WORD_BORDER.split(id);
        return parts.length <= LONGEST_ID ? stronger(strongest, parts) : strongest;
    }

    private static PartName stronger(PartName sofar, String[] words) {
        PartName strongest = sofar;
        for (String word : words) {
            PartName told = ofWord(word.toLowerCase(Locale.ROOT));
            if (told.compareTo(strongest) < 0) {
                strongest = told;
            }
        }
        return strongest;
    }

    private static PartName ofWord(String word) {
        PartName told = BY_WORD.getOrDefault(word, NONE);
        for (int length = SHORTEST_STEM;
                length <= Math.min(LONGEST_STEM, word.length()) && told.compareTo(APART) > 0;
                length++) {
            if (STEMS.contains(word.substring(0, length))) {
                told = APART;
            }
        }
        return told;
    }
}
