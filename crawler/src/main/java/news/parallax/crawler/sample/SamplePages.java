package news.parallax.crawler.sample;

import static java.util.stream.Collectors.joining;
import static news.parallax.crawler.sample.Markup.each;
import static news.parallax.crawler.sample.Markup.escaped;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.crawler.outlet.Outlets.Outlet;
import news.parallax.crawler.outlet.Outlets.Theme;
import news.parallax.crawler.sample.SampleEdition.Chrome;

/**
 * Writes the pages of the sample outlets in four themes, each with what surrounds the text on real sites: navigation,
 * cookie text, teasers, advertising, captions, comments, scripts.
 */
final class SamplePages {

    static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private static final DateTimeFormatter SHOWN_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int TEASERS = 3;

    private final Map<String, Chrome> chromes;
    private final Map<Theme, PageTemplate> themes = Stream.of(Theme.values())
            .collect(Collectors.toMap(
                    theme -> theme, theme -> PageTemplate.read(theme.name().toLowerCase(Locale.ROOT))));
    private final PageTemplate home = PageTemplate.read("home");

    SamplePages(Map<String, Chrome> chromes) {
        this.chromes = chromes;
    }

    /**
     * Writes the front page of an outlet.
     *
     * @param prefix what stands before every path in links; empty when the outlet has its own host
     */
    String home(Outlet outlet, List<SampleArticle> articles, String prefix) {
        Map<String, String> values = surroundings(outlet, prefix);
        values.put(
                "articles",
                each(
                        articles,
                        article -> "<li>" + link(article, prefix) + "<p>" + escaped(article.lead()) + "</p></li>"));
        values.put(
                "feeds",
                each(
                        outlet.feeds(),
                        feed -> "<link rel=\"alternate\" type=\"%s\" href=\"%s\">"
                                .formatted(SampleFeeds.contentType(feed.kind()), prefix + feed.path())));
        return home.filled(values);
    }

    /**
     * Writes the page of an article.
     *
     * @param all articles of the same outlet, from which teasers are taken
     */
    String article(Outlet outlet, SampleArticle article, List<SampleArticle> all, String prefix) {
        Map<String, String> values = surroundings(outlet, prefix);
        values.putAll(facts(outlet, article));
        values.putAll(text(outlet, article));
        values.putAll(teasers(article, all, prefix));
        return Objects.requireNonNull(themes.get(outlet.theme())).filled(values);
    }

    private Map<String, String> surroundings(Outlet outlet, String prefix) {
        Chrome chrome = chrome(outlet);
        Map<String, String> values = new HashMap<>();
        values.put("prefix", prefix);
        values.put("language", outlet.language());
        values.put("publisher", escaped(outlet.name()));
        values.put("navigation", each(chrome.nav(), name -> "<a href=\"%s/\">%s</a>".formatted(prefix, escaped(name))));
        values.put("cookies", escaped(chrome.cookies()));
        values.put("accept", escaped(chrome.accept()));
        values.put("imprint", escaped(chrome.imprint()));
        values.put("newsletter", escaped(chrome.newsletter()));
        values.put("advertisement", escaped(chrome.advertisement()));
        values.put("caption", escaped(chrome.caption()));
        values.put("readAlso", escaped(chrome.readAlso()));
        values.put("mostRead", escaped(chrome.mostRead()));
        values.put("commentsTitle", escaped(chrome.commentsTitle()));
        values.put("comments", each(chrome.comments(), comment -> "<div><p>" + escaped(comment) + "</p></div>"));
        values.put(
                "shareLinks",
                each(
                        List.of("Mail", "Messenger", "RSS"),
                        way -> "<a href=\"#\">%s: %s</a>".formatted(escaped(chrome.share()), way)));
        return values;
    }

    private Map<String, String> facts(Outlet outlet, SampleArticle article) {
        Map<String, String> values = new HashMap<>();
        values.put("title", escaped(article.title()));
        values.put("lead", escaped(article.lead()));
        values.put("section", escaped(article.section()));
        values.put("canonical", article.canonicalUrl());
        values.put("published", TIME.format(article.published()));
        values.put("shownTime", SHOWN_TIME.format(article.published()));
        values.put("byline", byline(outlet, article, "%s", "<span class=\"agency\">%s</span>"));
        values.put(
                "microdataByline",
                byline(
                        outlet,
                        article,
                        "<span itemprop=\"author\" itemscope itemtype=\"https://schema.org/Person\"><span itemprop=\"name\">%s</span></span>",
                        "<span itemprop=\"sourceOrganization\">%s</span>"));
        values.put("structuredData", new StructuredData(outlet, article).json());
        values.put("metas", metas(outlet, article));
        values.put("items", items(article));
        return values;
    }

    private String byline(Outlet outlet, SampleArticle article, String author, String agency) {
        String names = article.authors().stream()
                .map(name -> author.formatted(escaped(name)))
                .collect(joining(", "));
        String credit = article.wire() == null ? "" : agency.formatted(escaped(article.wire()));
        return Stream.of(names.isEmpty() ? "" : chrome(outlet).by() + " " + names, credit)
                .filter(part -> !part.isEmpty())
                .collect(joining(" | "));
    }

    /** What a theme without structured data says in meta elements. */
    private static String metas(Outlet outlet, SampleArticle article) {
        StringBuilder metas = new StringBuilder();
        if (article.updated() != null && outlet.theme() != Theme.MICRODATA) {
            metas.append(meta("article:modified_time", TIME.format(article.updated())));
        }
        if (article.paywall() && outlet.theme() != Theme.MICRODATA) {
            metas.append(meta("article:content_tier", "locked"));
        }
        if ("opinion".equals(article.kind())) {
            metas.append(meta("article:opinion", "true"));
        }
        if (outlet.theme() == Theme.PLAIN) {
            metas.append(meta("article:section", article.section()));
        }
        return metas.toString();
    }

    private static String items(SampleArticle article) {
        OffsetDateTime updated = article.updated();
        return (updated == null
                        ? ""
                        : "<meta itemprop=\"dateModified\" content=\"%s\">".formatted(TIME.format(updated)))
                + (article.paywall() ? "<meta itemprop=\"isAccessibleForFree\" content=\"False\">" : "");
    }

    private static String meta(String property, String content) {
        return "<meta property=\"%s\" content=\"%s\">%n".formatted(property, escaped(content));
    }

    private Map<String, String> text(Outlet outlet, SampleArticle article) {
        List<String> shown = article.freeParagraphs();
        int half = (shown.size() + 1) / 2;
        String paywall = article.paywall() ? "<div class=\"paywall\"><p>%s</p></div>" : "";
        return Map.of(
                "firstHalf", each(shown.subList(0, half), SamplePages::paragraph),
                "secondHalf", each(shown.subList(half, shown.size()), SamplePages::paragraph),
                "paywall", paywall.formatted(escaped(chrome(outlet).paywall())));
    }

    private static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>";
    }

    private static Map<String, String> teasers(SampleArticle article, List<SampleArticle> all, String prefix) {
        List<SampleArticle> others = all.stream()
                .filter(other -> !other.path().equals(article.path()))
                .limit(TEASERS)
                .toList();
        SampleArticle first = others.isEmpty() ? article : others.getFirst();
        return Map.of(
                "teaserTitle", escaped(first.title()),
                "teaserUrl", prefix + first.path(),
                "teasers",
                        each(
                                others,
                                other -> "<div class=\"teaser\">" + link(other, prefix) + "<p>" + escaped(other.lead())
                                        + "</p></div>"));
    }

    private static String link(SampleArticle article, String prefix) {
        return "<a href=\"%s\">%s</a>".formatted(prefix + article.path(), escaped(article.title()));
    }

    private Chrome chrome(Outlet outlet) {
        Chrome chrome = chromes.get(outlet.language());
        if (chrome == null) {
            throw new IllegalStateException("no page texts in the language of " + outlet.domain());
        }
        return chrome;
    }
}
