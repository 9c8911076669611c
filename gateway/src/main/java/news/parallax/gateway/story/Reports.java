package news.parallax.gateway.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.parallax.gateway.rating.BiasLabel;
import org.jspecify.annotations.Nullable;

/** Puts the copies of a report under it, and reports in order. */
final class Reports {
    private static final Comparator<@Nullable Instant> NEWEST =
            Comparator.nullsLast(Comparator.<Instant>naturalOrder().reversed());
    private static final Comparator<@Nullable Instant> OLDEST = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<@Nullable BiasLabel> LEFT_FIRST = Comparator.nullsLast(Comparator.naturalOrder());

    private Reports() {}

    /**
     * A report and who copied it.
     *
     * @param article the report
     * @param copies in the order that is chosen
     */
    record Report(ArticleView article, List<ArticleView> copies) {
        int articleCount() {
            return 1 + copies.size();
        }
    }

    /** Returns the reports that are chosen. A copy whose report is not among them stands for itself. */
    static List<Report> of(List<ArticleView> articles, ArticleChoice choice) {
        Map<String, ArticleView> chosen = articles.stream()
                .filter(choice::includes)
                .sorted(order(choice.order()))
                .collect(Collectors.toMap(ArticleView::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Map<String, List<ArticleView>> copies = new LinkedHashMap<>();
        chosen.values().forEach(article -> {
            String report = reportOf(article, chosen);
            copies.computeIfAbsent(report, id -> new ArrayList<>());
            if (!report.equals(article.id())) {
                copies.getOrDefault(report, List.of()).add(article);
            }
        });
        return chosen.values().stream()
                .filter(article -> reportOf(article, chosen).equals(article.id()))
                .map(article -> new Report(article, copies.getOrDefault(article.id(), List.of())))
                .toList();
    }

    /** The report at the end of who copied whom; the article itself if that leads nowhere. */
    private static String reportOf(ArticleView article, Map<String, ArticleView> chosen) {
        Set<String> seen = new HashSet<>();
        ArticleView report = article;
        while (report.copyOf() != null && seen.add(report.id())) {
            ArticleView original = chosen.get(report.copyOf());
            if (original == null) {
                return report.id();
            }
            report = original;
        }
        return report.copyOf() == null ? report.id() : article.id();
    }

    /** Returns what puts articles in that order. */
    static Comparator<ArticleView> order(ArticleOrder order) {
        Comparator<ArticleView> newest = Comparator.comparing(ArticleView::publishTime, NEWEST);
        return switch (order) {
            case NEWEST -> newest;
            case OLDEST -> Comparator.comparing(ArticleView::publishTime, OLDEST);
            case SIDE ->
                Comparator.<ArticleView, @Nullable BiasLabel>comparing(
                                article -> article.source().bias(), LEFT_FIRST)
                        .thenComparing(newest);
        };
    }
}
