package news.parallax.catalog.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import news.parallax.catalog.database.ReplacedWhole;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One article: what an outlet published under one URL, in the version seen last. */
@Entity
@Table(name = "article")
@DynamicUpdate
public class ArticleEntity {
    @Id
    public String id;

    public String canonicalUrl;
    public String sourceId;
    public String title;
    public String lead;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(ReplacedWhole.class)
    public List<String> authors = new ArrayList<>();

    public String language;
    public @Nullable Instant publishTime;
    public @Nullable Instant modifyTime;
    public Instant discoverTime;

    /** When this version was seen. */
    public Instant observeTime;

    public String imageUrl;
    public String section;

    /** Name of an ArticleKind without prefix. */
    public String kind;

    public boolean paywall;
    public String contentHash;
    public String wireCredit;

    /** As the page states it; who owns a source is said by its owners. */
    public String publisherGroup;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    public @Nullable Translation translation;

    /** In which this version came to us, by our clock: its first day. Its text lies there. */
    public LocalDate month;

    /** Ascends in order of commit. */
    public long arrival;

    /** Publication, or discovery if that is not known; set by the database. */
    @Column(insertable = false, updatable = false)
    public Instant listTime;

    /** Title and lead in another language, and the engine that put them into it. */
    public record Translation(String language, String title, String lead, String engine) {}

    /** Whether this is a version before the other: by what the outlet says, else by when we saw them. */
    boolean olderThan(ArticleEntity other) {
        if (modifyTime != null && other.modifyTime != null && !modifyTime.equals(other.modifyTime)) {
            return modifyTime.isBefore(other.modifyTime);
        }
        return observeTime.isBefore(other.observeTime);
    }

    /** Whether a reader, or the clusterer, could tell the versions apart, but for their texts. */
    boolean sameVersionAs(ArticleEntity other) {
        return title.equals(other.title)
                && lead.equals(other.lead)
                && authors.equals(other.authors)
                && language.equals(other.language)
                && Objects.equals(publishTime, other.publishTime)
                && Objects.equals(modifyTime, other.modifyTime)
                && imageUrl.equals(other.imageUrl)
                && section.equals(other.section)
                && kind.equals(other.kind)
                && paywall == other.paywall
                && wireCredit.equals(other.wireCredit)
                && publisherGroup.equals(other.publisherGroup);
    }

    /** Becomes the other version; what identifies the article, and when it was first seen, stays. */
    void take(ArticleEntity other) {
        title = other.title;
        lead = other.lead;
        authors = new ArrayList<>(other.authors);
        language = other.language;
        publishTime = other.publishTime;
        modifyTime = other.modifyTime;
        observeTime = other.observeTime;
        imageUrl = other.imageUrl;
        section = other.section;
        kind = other.kind;
        paywall = other.paywall;
        contentHash = other.contentHash;
        wireCredit = other.wireCredit;
        publisherGroup = other.publisherGroup;
        translation = other.translation;
        month = other.month;
    }
}
