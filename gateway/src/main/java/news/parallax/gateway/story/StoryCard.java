package news.parallax.gateway.story;

import java.time.Instant;
import java.util.Objects;
import news.parallax.gateway.coverage.BiasView;
import news.parallax.gateway.coverage.SideShare;
import news.parallax.gateway.page.TimeView;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/**
 * A story in a list on a page.
 *
 * @param story what the reader may see of it
 * @param updated when its latest article came or changed
 * @param kicker what it is about; null if that is not known, or not asked for
 */
public record StoryCard(
        StoryView story, TimeView updated, @Nullable KickerView kicker) {
    /** Returns the card as seen from now. */
    public static StoryCard of(StoryView story, Instant now) {
        return new StoryCard(story, TimeView.of(story.updateTime(), now), null);
    }

    StoryCard with(@Nullable KickerView newKicker) {
        return new StoryCard(story, updated, newKicker);
    }

    /** Address of the story's page. */
    public String href() {
        return "/stories/" + story.id();
    }

    /** The first point of the story; empty if it has none. */
    public String firstPoint() {
        return story.summary().isEmpty() ? "" : story.summary().getFirst().text();
    }

    /** Language of the first point; empty if not known. */
    public String firstPointLanguage() {
        return story.summary().isEmpty() ? "" : story.summary().getFirst().language();
    }

    /** The language model that wrote the first point; empty if none did. */
    public String firstPointModel() {
        return story.summary().isEmpty()
                ? ""
                : Objects.requireNonNullElse(story.summary().getFirst().writtenByModel(), "");
    }

    /** Whether only one outlet has the story: nothing to split yet. */
    public boolean single() {
        return story.split().sourceCount() == 1;
    }

    /** The side of the only outlet, for a story that has one; null if there are more, or sides are locked. */
    public @Nullable SideLabel onlySide() {
        BiasView bias = story.split().bias();
        if (bias == null || !single()) {
            return null;
        }
        return bias.sides().stream()
                .filter(share -> share.sourceCount() > 0)
                .map(SideShare::side)
                .findFirst()
                .orElse(null);
    }
}
