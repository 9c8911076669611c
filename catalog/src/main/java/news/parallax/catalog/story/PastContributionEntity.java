package news.parallax.catalog.story;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import news.parallax.catalog.story.StoryRepository.Contribution;
import org.jspecify.annotations.Nullable;

/** What articles of one source that are no longer kept add to the counts of their story. */
@Entity
@Table(name = "past_contribution")
class PastContributionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String storyId;
    public String sourceId;
    public int articleCount;
    public boolean independent;
    public Instant publishTime;
    public Instant updateTime;

    static PastContributionEntity of(Contribution contribution) {
        var row = new PastContributionEntity();
        row.storyId = contribution.storyId();
        row.sourceId = contribution.sourceId();
        row.articleCount = contribution.articles();
        row.independent = contribution.independent();
        row.publishTime = contribution.published();
        row.updateTime = contribution.updated();
        return row;
    }
}
