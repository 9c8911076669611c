package news.parallax.crawler.page;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Knows by element, role and the words in class and id what of a page is never its running text. */
final class Boilerplate {

    private static final Set<String> NEVER_TEXT = words(
            "script style noscript template nav footer button iframe svg figure figcaption select object embed dialog audio"
                    + " video canvas math textarea input label option datalist menu map head");

    private static final Set<String> NEVER_TEXT_ROLES =
            words("navigation complementary banner contentinfo dialog alertdialog search menu menubar toolbar tablist");

    /** What readers write. */
    private static final Set<String> COMMENTS =
            words("comment comments commentlist commentarea commentform commenttext kommentar kommentare"
                    + " comentario comentarios commentaire commentaires reacties commenti respond disqus talkback");

    /** Parts around an article; nothing of them is text. */
    private static final Set<String> APART = words(
            "sidebar footer foot nav navi navigation navbar menu breadcrumb breadcrumbs cookie cookies consent gdpr"
                    + " related relatedposts recommended recommendations recommendation outbrain taboola newsletter"
                    + " share sharing shares sharedaddy socials sharebar addtoany yarpp pagination pager"
                    + " paywall popup modal overlay lightbox login signup subscribe subscription skip");

    /** Beginnings of such words, which are often written together with another. */
    private static final List<String> STEMS_APART = List.of(
            "shareb",
            "sharel",
            "sociab",
            "socialb",
            "sociall",
            "socialsh",
            "newsletter",
            "related",
            "recommend",
            "advert",
            "breadcrumb",
            "cookie",
            "paywall",
            "readalso",
            "readmore",
            "nextstory",
            "authorb",
            "authori",
            "sabox",
            "paidbox",
            "affiliate",
            "disclosure");

    /** Parts in or beside an article that are not text. */
    private static final Set<String> BESIDE = words(
            "ad ads adv advert advertisement advertising anzeige anzeigen publicidad publicite werbung sponsor sponsored"
                    + " author authors authorbox autor autoren auteur byline bio biography vcard banner caption copyright credit credits"
                    + " dateline disclaimer donate donation factbox infobox kicker masthead meta metadata more most"
                    + " popular postmeta promo promotion promoted pub rating readmore reply social"
                    + " tag tags tagcloud timestamp toolbar trending widget widgets aside rail tooltip"
                    + " crosslinks linklist linkbox topics imagedescription bildunterschrift legende signature bewertung ratings playlist slideshow gallery galerie player video embed"
                    + " printonly noprint");

    /** What is to make readers go on; without a link it is the article's own. */
    private static final Set<String> TEASER = words("teaser teasers preview");

    /** Classes by which style sheets hide. */
    private static final Set<String> HIDING = words("hidden hide is-hidden visually-hidden visuallyhidden sr-only"
            + " screen-reader-text screenreader invisible d-none u-hidden element-invisible");

    /** The paragraph before the text that sums it up; often marked as header or teaser too. */
    private static final Set<String> LEAD =
            words("lead lede leadtext intro introduction standfirst dek vorspann chapo chapeau"
                    + " subtitle subheadline subhead summary excerpt abstract sommario entradilla bajada ingress deck");

    /** Class names that tell of the article's topics or of the layout, not of what the element is. */
    private static final Pattern NOT_OF_THE_ELEMENT = Pattern.compile(
            "(?i)^(tag|category|cat|author|has|no|with|is|format|status|type|not|js|wp|elementor|displayed)[-_].*");

    private static final Pattern WORD_BORDER = Pattern.compile("[^\\p{Alnum}]+|(?<=\\p{Lower})(?=\\p{Upper})");
    /** Words of an id; longer ones are headings made into anchors. */
    private static final int LONGEST_ID = 3;

    private static final Pattern NOT_SHOWN = Pattern.compile("(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

    /** What an element is, seen from its tag, role, class and id alone. */
    enum Sort {
        /** May hold text. */
        OPEN,
        /** Sums the text up. */
        LEAD,
        /** In or beside the text. */
        BESIDE,
        /** Apart from the article. */
        APART,
        /** Of readers. */
        COMMENTS,
        /** Never shown or never text. */
        NEVER
    }

    private Boilerplate() {}

    static Sort sort(Element element) {
        String name = element.normalName();
        if (NEVER_TEXT.contains(name) || isHidden(element)) {
            return Sort.NEVER;
        }
        if (NEVER_TEXT_ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT)) || name.equals("aside")) {
            return Sort.APART;
        }
        if (name.equals("body") || name.equals("main")) {
            return Sort.OPEN;
        }
        return bySort(element, words(element), name.equals("form") || name.equals("header") || name.equals("address"));
    }

    private static Sort bySort(Element element, Set<String> words, boolean beside) {
        if (!Collections.disjoint(words, COMMENTS)) {
            return Sort.COMMENTS;
        }
        if (!Collections.disjoint(words, APART) || words.stream().anyMatch(Boilerplate::startsLikeApart)) {
            return Sort.APART;
        }
        if (!Collections.disjoint(words, LEAD)) {
            return Sort.LEAD;
        }
        if (!Collections.disjoint(words, TEASER)) {
            return points(element) ? Sort.BESIDE : Sort.LEAD;
        }
        return beside || !Collections.disjoint(words, BESIDE) ? Sort.BESIDE : Sort.OPEN;
    }

    /** Whether the element leads elsewhere: it holds a link or is in one. */
    private static boolean points(Element element) {
        return element.closest("a") != null || element.selectFirst("a[href]") != null;
    }

    private static boolean startsLikeApart(String word) {
        return STEMS_APART.stream().anyMatch(word::startsWith);
    }

    /** The words in class and id, in lowercase. */
    private static Set<String> words(Element element) {
        if (!element.hasAttr("class") && !element.hasAttr("id")) {
            return Set.of();
        }
        Set<String> words = new HashSet<>();
        for (String name : element.classNames()) {
            if (!NOT_OF_THE_ELEMENT.matcher(name).matches()) {
                addWords(name, words);
            }
        }
        if (WORD_BORDER.split(element.id()).length <= LONGEST_ID) {
            addWords(element.id(), words);
        }
        return words;
    }

    private static void addWords(String name, Set<String> words) {
        for (String word : WORD_BORDER.split(name)) {
            words.add(word.toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || element.classNames().stream().anyMatch(HIDING::contains)
                || element.attr("aria-hidden").equals("true")
                || (element.hasAttr("style")
                        && NOT_SHOWN.matcher(element.attr("style")).find());
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
