package news.parallax.gateway.front;

import java.util.List;
import java.util.Objects;
import news.parallax.gateway.coverage.GapRuleView;
import news.parallax.gateway.coverage.GapView;
import news.parallax.gateway.edition.EditionView;
import news.parallax.gateway.story.StoryCard;
import news.parallax.gateway.story.TotalsView;
import news.parallax.gateway.subject.SubjectRecordView;
import org.jspecify.annotations.Nullable;

/**
 * A list of stories as a page.
 *
 * @param first whether it is the first page, whose first story leads
 * @param cards the stories in order
 * @param moreHref where the list goes on; empty at its end
 * @param totals what the catalog holds
 * @param editions the countries with most outlets
 * @param topics those with most stories
 * @param sections stories by topic; empty but on the first page of the top stories
 */
record FrontPage(
        boolean first,
        List<StoryCard> cards,
        String moreHref,
        TotalsView totals,
        List<EditionView> editions,
        List<SubjectRecordView> topics,
        List<TopicSection> sections) {
    /** By which rule a story has a gap; null if no story here has one. */
    public @Nullable GapRuleView gapRule() {
        return cards.stream()
                .map(card -> card.story().split().gap())
                .filter(Objects::nonNull)
                .findFirst()
                .map(GapView::rule)
                .orElse(null);
    }

    /** The story that leads the first page; empty on later ones, and where there is none. */
    public List<StoryCard> lead() {
        return cards.stream().limit(leads()).toList();
    }

    /** The other stories, in order. */
    public List<StoryCard> others() {
        return cards.stream().skip(leads()).toList();
    }

    private int leads() {
        return first ? 1 : 0;
    }
}
