package news.parallax.gateway.front;

import java.util.List;
import news.parallax.gateway.story.StoryCard;
import news.parallax.gateway.subject.SubjectRecordView;

/**
 * A topic on the front page.
 *
 * @param topic the topic
 * @param cards its weightiest stories that do not stand above
 */
record TopicSection(SubjectRecordView topic, List<StoryCard> cards) {}
