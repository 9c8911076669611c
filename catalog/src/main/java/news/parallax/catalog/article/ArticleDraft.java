package news.parallax.catalog.article;

import java.util.Optional;
import news.parallax.catalog.source.SourceResolver;

/**
 * An article as it came in, before its source is known.
 *
 * @param row complete but for sourceId and arrival
 * @param page what tells its source
 * @param entry the feed entry that led to it
 */
public record ArticleDraft(ArticleEntity row, SourceResolver.Page page, Optional<FeedEntryEntity> entry) {
    public String id() {
        return row.id;
    }
}
