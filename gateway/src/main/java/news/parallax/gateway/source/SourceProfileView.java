package news.parallax.gateway.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Requires;
import news.parallax.gateway.rating.SideLabel;
import news.parallax.gateway.subject.SubjectRecordView;
import org.jspecify.annotations.Nullable;

/**
 * What an outlet covers and leaves out.
 *
 * @param sourceId its main domain
 * @param fromTime stories with news then or later are counted
 * @param storyCount stories with an article of it
 * @param storyCountCut whether there were more, so that only the latest are counted
 * @param aloneStoryCount those of them that no other outlet tells
 * @param gapStoryCount those of them with a coverage gap
 * @param company those of them with another outlet of each side; one story can count in several
 * @param subjects what they are about, most first
 * @param peerCountry peers are other outlets of this country; empty if that is not asked of them
 * @param peerLanguage peers write in this language; empty if that is not asked of them
 * @param peerStoryCount stories with an article of a peer and none of it
 * @param leftOutSubjects what most of those are about and none of its own
 * @param locked what the reader's plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceProfileView(
        String sourceId,
        Instant fromTime,
        int storyCount,
        boolean storyCountCut,
        int aloneStoryCount,
        @Requires(Capability.BIAS) @Nullable Integer gapStoryCount,
        @Requires(Capability.BIAS) @Nullable CompanyView company,
        List<CountedSubjectView> subjects,
        String peerCountry,
        String peerLanguage,
        int peerStoryCount,
        List<CountedSubjectView> leftOutSubjects,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {
    /**
     * Stories that an outlet shares with others.
     *
     * @param left with another outlet on the left
     * @param center with one in the center
     * @param right with one on the right
     * @param unrated with one that nobody rated
     */
    public record CompanyView(int left, int center, int right, int unrated) {
        /** Left, center and right, in this order. */
        public List<SideCount> counts() {
            return List.of(
                    new SideCount(SideLabel.LEFT, left),
                    new SideCount(SideLabel.CENTER, center),
                    new SideCount(SideLabel.RIGHT, right));
        }
    }

    /**
     * Stories that a side tells too.
     *
     * @param side the side
     * @param storyCount stories with another outlet of it
     */
    public record SideCount(SideLabel side, int storyCount) {}

    /**
     * What some stories are about.
     *
     * @param subject topic, person or place
     * @param storyCount stories about it, of those that were counted
     */
    public record CountedSubjectView(SubjectRecordView subject, int storyCount) {
        /** Address of its page. */
        public String href() {
            return (subject.kind().key().equals("place") ? "/places/" : "/topics/") + subject.id();
        }
    }

    /** Whether there are others to compare it with. */
    public boolean compared() {
        return !peerCountry.isEmpty() || !peerLanguage.isEmpty();
    }
}
