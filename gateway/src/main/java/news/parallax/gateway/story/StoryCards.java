package news.parallax.gateway.story;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Makes the cards of a list of stories, with what each is about. */
@Singleton
public class StoryCards {
    private final KickerClient kickers;
    private final InstantSource clock;

    StoryCards(KickerClient kickers, InstantSource clock) {
        this.kickers = kickers;
        this.clock = clock;
    }

    /** Returns a card for each story, which is cut already to what the reader may see. */
    public List<StoryCard> of(List<StoryView> stories) {
        Map<String, KickerView> about =
                kickers.of(stories.stream().map(StoryView::id).toList());
        Instant now = clock.instant();
        return stories.stream()
                .map(story -> StoryCard.of(story, now).with(about.get(story.id())))
                .toList();
    }
}
