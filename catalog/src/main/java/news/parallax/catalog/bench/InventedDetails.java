package news.parallax.catalog.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.bench.InventedStory.InventedArticle;

/** What the page of a story shows beside its summary, as the catalog keeps it: as much as the clusterer sends. */
final class InventedDetails {
    private static final int COMPARED_MIN = 6;
    private static final int TERMS = 5;
    private static final int IMAGES = 5;

    private InventedDetails() {}

    /** Returns the message in its JSON form; sides are only compared in stories of some size. */
    static Map<String, Object> of(InventedStory story) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("subjects", subjects(story));
        details.put("firstReport", firstReport(story));
        details.put(
                "images",
                story.articles().stream()
                        .limit(IMAGES)
                        .map(article -> Map.of("url", article.url() + "/image.jpg", "articleId", article.id()))
                        .toList());
        if (story.articles().size() >= COMPARED_MIN) {
            details.put("comparison", comparison(story));
        }
        return details;
    }

    private static List<Map<String, Object>> subjects(InventedStory story) {
        String first = story.articles().getFirst().id();
        return story.subjects().stream()
                .map(name -> Map.<String, Object>of(
                        "text", name, "kind", "SUBJECT_KIND_PERSON", "outletCount", 2, "articleId", first))
                .toList();
    }

    private static Map<String, Object> firstReport(InventedStory story) {
        InventedArticle first = story.articles().getFirst();
        Instant time = first.time().truncatedTo(ChronoUnit.SECONDS);
        return Map.of(
                "report",
                Map.of("articleId", first.id(), "time", time.toString(), "precision", "TIME_PRECISION_EXACT"),
                "tieSeconds",
                300);
    }

    private static Map<String, Object> comparison(InventedStory story) {
        List<Map<String, Object>> sides = new ArrayList<>();
        for (String side : List.of("SIDE_LEFT", "SIDE_CENTER", "SIDE_RIGHT")) {
            InventedArticle article = story.articles().get(sides.size());
            sides.add(Map.of(
                    "side",
                    side,
                    "outletCount",
                    4,
                    "otherOutletCount",
                    8,
                    "terms",
                    terms(article),
                    "points",
                    List.of(Map.of("text", article.lead(), "articleId", article.id()))));
        }
        return Map.of("language", "en", "outletsMin", 3, "zScoreMin", 1.96, "termOutletsMin", 2, "sides", sides);
    }

    private static List<Map<String, Object>> terms(InventedArticle article) {
        return List.of(article.title().split(" ")).stream()
                .limit(TERMS)
                .map(word -> Map.<String, Object>of(
                        "text",
                        word,
                        "zScore",
                        2.5,
                        "outletCount",
                        3,
                        "otherOutletCount",
                        1,
                        "example",
                        Map.of("text", article.title(), "articleId", article.id())))
                .toList();
    }
}
