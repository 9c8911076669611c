package news.parallax.gateway.reader;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import news.parallax.gateway.story.StoryCard;

/**
 * The stories that a reader saved.
 *
 * @param cards the stories, the latest saved first
 * @param moreHref where the list goes on; empty at its end
 */
record SavedPage(List<StoryCard> cards, String moreHref) {
    static SavedPage of(SavedListView list, Instant now) {
        List<StoryCard> cards = list.saved().stream()
                .map(saved -> StoryCard.of(saved.story(), now))
                .toList();
        String more = list.nextCursor() == null
                ? ""
                : "/saved?cursor=" + URLEncoder.encode(list.nextCursor(), StandardCharsets.UTF_8);
        return new SavedPage(cards, more);
    }
}
