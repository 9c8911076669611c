package news.parallax.catalog.article;

import java.time.LocalDate;
import java.util.Optional;
import news.parallax.catalog.source.SourceResolver;

/**
 * An article as it came in, before its source is known.
 *
 * @param row complete but for sourceId, month and arrival
 * @param text complete but for month
 * @param page what tells its source
 * @param entry the feed entry that led to it
 */
public record ArticleDraft(
        ArticleEntity row, ArticleTextEntity text, SourceResolver.Page page, Optional<FeedEntryEntity> entry) {
    public String id() {
        return row.id;
    }

    /** Notes the month in which this version came to us. */
    void comeIn(LocalDate month) {
        row.month = month;
        text.month = month;
    }
}
