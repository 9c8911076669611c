package news.parallax.gateway.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The form over the articles of a story's page, with what there is to choose from.
 *
 * @param choice what is chosen
 * @param languages of the articles, most first
 * @param countries of their outlets, most first
 * @param kinds of the articles, most first
 * @param freeCount articles that everybody can read
 * @param bySide whether the reader may sort by side
 */
public record FilterForm(
        ArticleChoice choice,
        List<Option> languages,
        List<Option> countries,
        List<Option> kinds,
        int freeCount,
        boolean bySide) {
    /**
     * One choice.
     *
     * @param value in addresses
     * @param articleCount articles that it leaves
     * @param selected whether it is made
     */
    public record Option(String value, int articleCount, boolean selected) {}

    static FilterForm of(List<ArticleView> articles, ArticleChoice choice, boolean bySide) {
        return new FilterForm(
                choice,
                options(articles, ArticleChoice::languageOf, choice.language()),
                options(articles, article -> article.source().country(), choice.country()),
                options(articles, ArticleView::kind, choice.kind()),
                (int) articles.stream().filter(article -> !article.paywall()).count(),
                bySide);
    }

    private static List<Option> options(
            List<ArticleView> articles, Function<ArticleView, String> value, String selected) {
        Map<String, Integer> counts = new TreeMap<>();
        articles.forEach(article -> counts.merge(value.apply(article), 1, Integer::sum));
        counts.remove("");
        if (!selected.isEmpty()) {
            counts.putIfAbsent(selected, 0);
        }
        List<Option> options = new ArrayList<>();
        counts.forEach((text, count) -> options.add(new Option(text, count, text.equals(selected))));
        options.sort(Comparator.comparing(Option::articleCount).reversed());
        return options;
    }
}
