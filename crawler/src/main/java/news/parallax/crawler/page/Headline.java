package news.parallax.crawler.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The title of a page's article. What people see wins, if machines are told about the same: the heading that shares
 * most words with JSON-LD's headline, og:title, twitter:title, the document's title or the feed's. A logo, a menu or a
 * teaser shares none. Without such a heading the machines' title stands, without the name of the outlet.
 *
 * @param element the heading in the page; null if there is none
 */
record Headline(String text, @Nullable Element element) {

    private static final Set<String> TAGS = Set.of("h1", "h2", "h3");
    private static final Pattern TITLE_MARK =
            Pattern.compile("(entry|post|article|story|news)[-_]*(title|headline)|(^|\\s)(headline|title)(\\s|$)");

    private static final Pattern DOMAIN = Pattern.compile("\\s*[\\w-]+(\\.[\\w-]+)+\\s*");

    private static final int HEADINGS_MAX = 120;
    private static final int LONGEST = 300;
    private static final double LEAST_OF_H1 = 0.3;
    private static final double LEAST_OF_A_LONE_H1 = 0.2;
    private static final double LEAST_OF_DOCUMENT = 0.25;
    private static final double LEAST_OF_OTHERS = 0.5;
    private static final double WORTH_OF_H1 = 0.25;
    private static final double WORTH_OF_A_MARK = 0.1;
    private static final Pattern LOGO = Pattern.compile(
            "(?<![a-z])(logo|site-?title|site-?name|blog-?title|branding|masthead|titlewrapper)(?![a-z])");

    private static final Pattern CUT_SHORT = Pattern.compile("(…|\\.\\.\\.)$");

    static Headline of(Document page, PageMetadata meta, Outlet outlet, String feedTitle) {
        List<String> told = told(meta, outlet, feedTitle);
        String documentTitle = DOMAIN.matcher(page.title()).matches() ? "" : TitleText.ofDocument(page.title(), outlet);
        Map<Element, String> headings = headings(page, outlet);
        List<Element> h1s = headings.keySet().stream().filter(Headline::isH1).toList();
        double leastOfH1 = h1s.size() == 1 ? LEAST_OF_A_LONE_H1 : LEAST_OF_H1;
        Optional<Element> best = best(headings, told, documentTitle, leastOfH1);
        if (best.isPresent()) {
            String text = headings.getOrDefault(best.get(), "");
            List<String> all =
                    Stream.concat(told.stream(), Stream.of(documentTitle)).toList();
            return new Headline(longer(shorter(text, all), meta, outlet), best.get());
        }
        Optional<String> title =
                told.stream().findFirst().or(() -> Optional.of(documentTitle).filter(text -> !outlet.isNamedIn(text)));
        return title.map(text -> new Headline(text, null)).orElseGet(() -> shown(page, headings));
    }

    /** The first heading of a page whose title names no article; the title itself if there is none. */
    private static Headline shown(Document page, Map<Element, String> headings) {
        List<Element> candidates = ArticleScope.of(page, null).elements().stream()
                .filter(element -> TAGS.contains(element.normalName()) && headings.containsKey(element))
                .toList();
        return candidates.stream()
                .filter(Headline::isH1)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(heading -> new Headline(headings.getOrDefault(heading, ""), heading))
                .orElseGet(() -> new Headline(page.title().strip(), null));
    }

    private static boolean isH1(Element heading) {
        return heading.normalName().equals("h1");
    }

    private static Optional<Element> best(
            Map<Element, String> headings, List<String> told, String documentTitle, double leastOfH1) {
        Element best = null;
        double most = 0;
        for (Map.Entry<Element, String> heading : headings.entrySet()) {
            double shared = shared(heading.getValue(), told, documentTitle);
            boolean h1 = isH1(heading.getKey());
            double worth = shared + (h1 ? WORTH_OF_H1 : 0) + (isMarked(heading.getKey()) ? WORTH_OF_A_MARK : 0);
            if (shared >= (h1 ? leastOfH1 : LEAST_OF_OTHERS) && worth > most) { // the first of equals
                best = heading.getKey();
                most = worth;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What a heading shares with the likest of the titles, in [0, 1]. The document's title may hold anything else, too. */
    private static double shared(String text, List<String> told, String documentTitle) {
        double document = TitleText.likeness(text, documentTitle);
        double least = told.isEmpty() ? 0 : LEAST_OF_DOCUMENT;
        return told.stream()
                .mapToDouble(title -> TitleText.likeness(text, title))
                .reduce(document >= least ? document : 0, Math::max);
    }

    private static boolean isMarked(Element heading) {
        return heading.attr("itemprop").equals("headline");
    }

    /** The outlet's name in large letters: it leads to the front page, or stands in the page's head. */
    private static boolean isLogo(Element heading) {
        Element link = heading.selectFirst("a[href]");
        Element around = link == null ? heading.closest("a[href]") : link;
        if (around != null) {
            HttpUrl target = HttpUrl.parse(around.absUrl("href"));
            if (target != null && target.encodedPath().equals("/") && target.query() == null) {
                return true;
            }
        }
        return LOGO.matcher(ArticleScope.marks(heading)).find()
                || heading.parent() != null
                        && LOGO.matcher(ArticleScope.marks(heading.parent())).find();
    }

    /** Titles for machines, without the outlet's name, the most deliberate first. */
    private static List<String> told(PageMetadata meta, Outlet outlet, String feedTitle) {
        boolean article = meta.jsonLd().hasArticle();
        return Stream.of(
                        Stream.of(article ? meta.jsonLd("headline") : ""),
                        meta.metas("og:title", "twitter:title", "headline", "sailthru.title", "parsely-title"),
                        Stream.of(
                                feedTitle,
                                article ? meta.jsonLd("name") : "",
                                meta.meta("dc.title", "dcterms.title", "citation_title", "title")))
                .flatMap(titles -> titles)
                .map(title -> TitleText.withoutOutlet(title, outlet))
                .filter(title -> !title.isEmpty() && title.length() <= LONGEST && !outlet.isNamed(title))
                .distinct()
                .toList();
    }

    private static Map<Element, String> headings(Document page, Outlet outlet) {
        Map<Element, String> headings = new LinkedHashMap<>();
        for (Element element : page.getAllElements()) {
            if (headings.size() >= HEADINGS_MAX) {
                break;
            }
            if (!isHeading(element)) {
                continue;
            }
            String text = ShortText.of(withoutAids(element), LONGEST);
            if (text.length() > 1 && !outlet.isNamed(text) && !isLogo(element)) {
                headings.put(element, text);
            }
        }
        return headings;
    }

    private static boolean isHeading(Element element) {
        if (TAGS.contains(element.normalName())) {
            return true;
        }
        String marks = element.className().toLowerCase(Locale.ROOT);
        boolean marked = (marks.contains("title") || marks.contains("headline"))
                && TITLE_MARK.matcher(marks).find();
        return marked
                || element.attr("itemprop").equals("headline")
                || element.attr("itemprop").equals("name");
    }

    /** Without the reading aids of East Asian scripts. */
    private static Element withoutAids(Element heading) {
        if (!TAGS.contains(heading.normalName())
                || heading.getElementsByTag("rt").isEmpty()) {
            return heading;
        }
        Element copy = heading.clone();
        copy.select("rt, rp").remove();
        return copy;
    }

    /** A title for machines that goes on where the heading ends, in the same sentence, says more. */
    private static String longer(String heading, PageMetadata meta, Outlet outlet) {
        return Stream.of(meta.jsonLd("headline"), meta.meta("og:title"))
                .map(title -> TitleText.withoutOutlet(title, outlet))
                .filter(title -> title.startsWith(heading + " ") && title.length() <= LONGEST)
                .filter(title -> Character.isLetter(title.charAt(heading.length() + 1)))
                .findFirst()
                .orElse(heading);
    }

    /** A heading around a title holds a kicker or a label, too; a title cut short is none. */
    private static String shorter(String heading, List<String> told) {
        String folded = Outlet.fold(heading);
        List<String> inside = new ArrayList<>();
        for (String title : told) {
            String bare = Outlet.fold(title);
            if (!CUT_SHORT.matcher(title).find() && folded.contains(bare) && bare.length() > folded.length() / 2) {
                inside.add(title);
            }
        }
        boolean same = inside.stream().anyMatch(title -> Outlet.fold(title).equals(folded));
        return same || inside.isEmpty()
                ? heading
                : inside.stream().max(Comparator.comparingInt(String::length)).orElse(heading);
    }
}
