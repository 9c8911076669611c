package news.parallax.catalog.article;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The bulk of an article, in the version that is stored. It lies with others of its month, and may be dropped with them
 * long before the article.
 */
@Entity
@Table(name = "article_text")
@IdClass(ArticleTextEntity.Key.class)
public class ArticleTextEntity {
    @Id
    public String articleId;

    /** That of the article. */
    @Id
    public LocalDate month;

    public String text;
    public byte @Nullable [] embedding;

    /** An article has one text. */
    public record Key(String articleId, LocalDate month) implements Serializable {}
}
