package news.parallax.crawler.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.parallax.crawler.outlet.Outlets.Outlet;

/** The JSON-LD of an article's page, beside that of its breadcrumbs as sites write it. */
record StructuredData(Outlet outlet, SampleArticle article) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    String json() {
        Map<String, Object> breadcrumbs = Map.of("@type", "BreadcrumbList", "name", article.section());
        try {
            // "</" would end the script element
            return JSON.writeValueAsString(
                            Map.of("@context", "https://schema.org", "@graph", List.of(breadcrumbs, articleNode())))
                    .replace("</", "<\\/");
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Map<String, Object> articleNode() {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", type());
        node.put("headline", article.title());
        node.put("description", article.lead());
        node.put("datePublished", SamplePages.TIME.format(article.published()));
        if (article.updated() != null) {
            node.put("dateModified", SamplePages.TIME.format(article.updated()));
        }
        node.put("inLanguage", outlet.language());
        node.put("articleSection", article.section());
        node.put("mainEntityOfPage", article.canonicalUrl());
        node.put("author", authors());
        node.put("publisher", organization(outlet.name()));
        if (article.wire() != null) {
            node.put("sourceOrganization", organization(article.wire()));
        }
        node.put("isAccessibleForFree", !article.paywall());
        return node;
    }

    private String type() {
        return switch (article.kind() == null ? "news" : article.kind()) {
            case "opinion" -> "OpinionNewsArticle";
            case "live" -> "LiveBlogPosting";
            default -> "NewsArticle";
        };
    }

    private List<Map<String, String>> authors() {
        return article.authors().isEmpty()
                ? List.of(organization(outlet.name()))
                : article.authors().stream()
                        .map(name -> Map.of("@type", "Person", "name", name))
                        .toList();
    }

    private static Map<String, String> organization(String name) {
        return Map.of("@type", "NewsMediaOrganization", "name", name);
    }
}
