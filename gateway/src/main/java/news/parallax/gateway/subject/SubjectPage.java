package news.parallax.gateway.subject;

import java.util.List;
import news.parallax.gateway.story.StoryCard;

/**
 * Everything on the page of a topic, name or place.
 *
 * @param details what the reader may see of it
 * @param cards its stories, latest first
 * @param moreHref where they go on; empty at their end
 */
record SubjectPage(SubjectDetailsView details, List<StoryCard> cards, String moreHref) {
    /** Address of a subject's page. */
    static String href(SubjectRecordView subject) {
        return (subject.kind() == SubjectLabel.PLACE ? "/places/" : "/topics/") + subject.id();
    }
}
