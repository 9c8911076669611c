package news.parallax.gateway.story;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.parallax.gateway.page.Names;
import news.parallax.gateway.page.TimeView;

/**
 * An article in the list of a story's page.
 *
 * @param article what the reader may see of it
 * @param href where its title leads; empty if its address cannot be linked
 * @param published when its outlet published it
 * @param modified when its outlet last changed it
 * @param original the outlet whose report it repeats; empty if it is a report of its own, or that is on another page
 */
public record ArticleCard(ArticleView article, String href, TimeView published, TimeView modified, String original) {
    /** Country of the outlet; empty if not known. */
    public String country() {
        return Names.country(article.source().country());
    }

    /** Its language in English if it is another one; else empty. */
    public String foreignLanguage() {
        return Names.foreign(article.language()) ? Names.language(article.language()) : "";
    }

    /** What sort of article it is, unless it is plain news. */
    public String kindMark() {
        return switch (article.kind()) {
            case "opinion" -> "Opinion";
            case "live" -> "Live page";
            case "video" -> "Video";
            case "sponsored" -> "Sponsored";
            default -> "";
        };
    }

    /** Title to show: an article may have none. */
    public String title() {
        return article.title().isEmpty() ? "Untitled article" : article.title();
    }

    /** Whether it began the story, or joined it by likeness. */
    public boolean founder() {
        return article.membership().evidence().isEmpty() && article.membership().similarity() >= 1;
    }

    /** Likeness to the story as whole percent. */
    public long similarityPercent() {
        return Math.round(100 * article.membership().similarity());
    }

    /** The kinds of evidence in words ("names 40%"), by name. */
    public List<String> evidence() {
        return article.membership().evidence().entrySet().stream()
                .map(ArticleCard::inWords)
                .toList();
    }

    private static String inWords(Map.Entry<String, Double> part) {
        String name = part.getKey().replace('_', ' ').toLowerCase(Locale.ROOT);
        return name + " " + Math.round(100 * part.getValue()) + "%";
    }
}
