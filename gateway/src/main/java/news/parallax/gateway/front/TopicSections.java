package news.parallax.gateway.front;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.story.SearchText;
import news.parallax.gateway.story.StoryCard;
import news.parallax.gateway.story.StoryCards;
import news.parallax.gateway.story.StoryCriteria;
import news.parallax.gateway.story.StoryQuery;
import news.parallax.gateway.story.StorySearchClient;
import news.parallax.gateway.story.StoryView;
import news.parallax.gateway.subject.SubjectRecordView;

/** Chooses what the front page shows by topic: a question for each of a few topics, and one for the kickers of all. */
@Singleton
class TopicSections {
    private static final int SECTIONS = 3;
    private static final int TOPICS_ASKED = 5;
    private static final int STORIES = 3;
    /** So many of a topic may stand above already. */
    private static final int STORIES_ASKED = 9;

    private final StorySearchClient searches;
    private final StoryCards cards;
    private final Visit visit;

    TopicSections(StorySearchClient searches, StoryCards cards, Visit visit) {
        this.searches = searches;
        this.cards = cards;
        this.visit = visit;
    }

    /** Returns sections for the first topics that have a row of stories left; no story stands twice on the page. */
    List<TopicSection> of(List<SubjectRecordView> topics, List<StoryView> above) {
        Set<String> shown = above.stream().map(StoryView::id).collect(Collectors.toCollection(HashSet::new));
        Map<SubjectRecordView, List<StoryView>> chosen = new LinkedHashMap<>();
        for (SubjectRecordView topic : topics.stream().limit(TOPICS_ASKED).toList()) {
            List<StoryView> left = chosen.size() < SECTIONS ? left(topic, shown) : List.of();
            if (left.size() == STORIES) {
                chosen.put(topic, left);
                left.forEach(story -> shown.add(story.id()));
            }
        }
        return sections(chosen);
    }

    private List<StoryView> left(SubjectRecordView topic, Set<String> shown) {
        var query = new StoryQuery(STORIES_ASKED, "", false, StoryCriteria.ofSubject(topic.id()));
        return visit.show(searches.find(SearchText.NONE, query)).stories().stream()
                .filter(story -> !shown.contains(story.id()))
                .limit(STORIES)
                .toList();
    }

    private List<TopicSection> sections(Map<SubjectRecordView, List<StoryView>> chosen) {
        List<StoryCard> all =
                cards.of(chosen.values().stream().flatMap(List::stream).toList());
        List<TopicSection> sections = new ArrayList<>();
        for (SubjectRecordView topic : chosen.keySet()) {
            int start = STORIES * sections.size();
            sections.add(new TopicSection(topic, all.subList(start, start + STORIES)));
        }
        return sections;
    }
}
