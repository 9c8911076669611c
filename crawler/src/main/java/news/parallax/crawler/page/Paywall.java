package news.parallax.crawler.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Whether the whole text is only for paying readers. What the page states for search engines wins, in both directions;
 * else the marks of well-known barriers do.
 */
final class Paywall {

    private static final Set<String> PAID_TIERS =
            Set.of("locked", "metered", "premium", "paid", "subscriber", "subscribers", "plus");
    private static final Set<String> YES = Set.of("true", "yes", "1", "paid", "premium", "locked", "hard", "ja", "oui");

    /** Class names and ids of barriers: Piano, Poool, and what papers call their own. */
    private static final Pattern BARRIER = Pattern.compile(
            "(?i)(?<![a-z])(pay-?wall|paid-?barrier|pay-?gate|piano-(?:inline|offer|paywall)|tp-container-inner|poool-widget|regwall-hard"
                    + "|article-?paywall|premium-?(?:barrier|wall|teaser-end)|subscription-?(?:wall|barrier|required)|subscriber-only"
                    + "|plus-?(?:barrier|wall|paywall)|steady-paywall|abo-?(?:schranke|wall|barrier)|muro-?de-?pago|paywall-?(?:box|overlay|container))(?![a-z])");

    private static final int ELEMENTS_MAX = 20_000;

    private Paywall() {}

    static boolean isAround(Document page, PageMetadata meta, ArticleScope scope) {
        String free = Stream.of(
                        meta.jsonLd("isAccessibleForFree"),
                        meta.meta("isAccessibleForFree"),
                        scope.property("isAccessibleForFree"))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        if (!free.isEmpty()) {
            return Set.of("false", "no", "0", "http://schema.org/false", "https://schema.org/false")
                    .contains(free.toLowerCase(Locale.ROOT));
        }
        String tier = meta.meta("article:content_tier", "content_tier", "article:tier", "access");
        if (!tier.isEmpty()) {
            return PAID_TIERS.contains(tier.toLowerCase(Locale.ROOT));
        }
        boolean stated = meta.metas(
                        "paywall",
                        "premium",
                        "is-premium",
                        "ispremium",
                        "cxenseparse:paywall",
                        "article:premium",
                        "subscription",
                        "locked")
                .anyMatch(value -> YES.contains(value.toLowerCase(Locale.ROOT)));
        return stated || hasBarrier(page);
    }

    /** A barrier hidden by the page's own style is there for other readers; one in the menu is no barrier. */
    private static boolean hasBarrier(Document page) {
        return page.body().getElementsByAttribute("class").stream()
                .limit(ELEMENTS_MAX)
                .filter(element -> BARRIER.matcher(ArticleScope.marks(element)).find())
                .anyMatch(Paywall::isShown);
    }

    private static boolean isShown(Element barrier) {
        return !barrier.hasAttr("hidden")
                && !barrier.attr("style").replace(" ", "").contains("display:none")
                && barrier.closest("nav, header, footer, [hidden]") == null
                && barrier.text().length() > 20;
    }
}
