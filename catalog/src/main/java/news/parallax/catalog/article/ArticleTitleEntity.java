package news.parallax.catalog.article;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A title that an article had before its outlet changed it. */
@Entity
@Table(name = "article_title")
@IdClass(ArticleTitleEntity.Key.class)
public class ArticleTitleEntity {
    @Id
    public String articleId;

    @Id
    public String title;

    public Instant replaceTime;

    /** A title is kept once for each article. */
    public record Key(String articleId, String title) implements Serializable {}
}
