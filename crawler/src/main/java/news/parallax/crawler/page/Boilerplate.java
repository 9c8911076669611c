package news.parallax.crawler.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Knows by element, role, style and the words in class and id what of one page is never its running text. */
final class Boilerplate {

    private static final Set<String> NEVER_TEXT =
            Set.of(("audio button canvas datalist dialog embed figcaption figure footer head iframe input label map "
                            + "math menu nav noscript object option script select style svg template textarea video")
                    .split(" "));

    private static final Set<String> APART_BY_ROLE = Set.of(
            ("alertdialog banner complementary contentinfo dialog menu menubar navigation search tablist " + "toolbar")
                    .split(" "));

    /** Classes by which style sheets hide. */
    private static final Set<String> HIDING =
            Set.of(("d-none element-invisible hidden hide invisible is-hidden screen-reader-text screenreader"
                            + " sr-only u-hidden visually-hidden visuallyhidden")
                    .split(" "));

    private static final Pattern NOT_SHOWN = Pattern.compile("(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** What an element is, seen from itself alone. */
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

    private final Map<Element, Sort> sorts = new HashMap<>();
    /** By class and id, which many elements of a page share. */
    private final Map<String, PartName> names = new HashMap<>();

    /** Returns what the element is; each is looked at once. */
    Sort sort(Element element) {
        Sort known = sorts.get(element);
        if (known == null) {
            known = look(element);
            sorts.put(element, known);
        }
        return known;
    }

    private Sort look(Element element) {
        String tag = element.normalName();
        if (NEVER_TEXT.contains(tag) || isHidden(element)) {
            return Sort.NEVER;
        }
        if (tag.equals("aside") || APART_BY_ROLE.contains(element.attr("role").toLowerCase(Locale.ROOT))) {
            return Sort.APART;
        }
        if (tag.equals("body") || tag.equals("main")) {
            return Sort.OPEN;
        }
        return switch (name(element)) {
            case COMMENTS -> Sort.COMMENTS;
            case APART -> Sort.APART;
            case LEAD -> Sort.LEAD;
            case TEASER -> leadsElsewhere(element) ? Sort.BESIDE : Sort.LEAD;
            case BESIDE -> Sort.BESIDE;
            case NONE -> tag.equals("form") || tag.equals("header") || tag.equals("address") ? Sort.BESIDE : Sort.OPEN;
        };
    }

    private PartName name(Element element) {
        String classes = element.className();
        String id = element.id();
        return classes.isEmpty() && id.isEmpty()
                ? PartName.NONE
                : names.computeIfAbsent(classes + "#" + id, unknown -> PartName.of(classes, id));
    }

    /** Whether the element holds a link or is in one; a teaser without is the article's own. */
    private static boolean leadsElsewhere(Element element) {
        return element.closest("a") != null || element.selectFirst("a[href]") != null;
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        for (String name : SPACES.split(element.className())) {
            if (HIDING.contains(name)) {
                return true;
            }
        }
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || NOT_SHOWN.matcher(element.attr("style")).find();
    }
}
