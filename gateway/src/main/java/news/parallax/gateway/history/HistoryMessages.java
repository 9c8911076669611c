package news.parallax.gateway.history;

import java.util.List;
import java.util.Locale;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.StoryArticleCounts;
import news.parallax.catalog.v1.StoryEvent;
import news.parallax.catalog.v1.StoryEventKind;
import news.parallax.gateway.catalog.Times;
import news.parallax.gateway.coverage.CoverageMessages;
import org.jspecify.annotations.Nullable;

/** Changes of stories and series of coverage as views. */
final class HistoryMessages {
    private static final String MACHINE = "clusterer";

    private HistoryMessages() {}

    static StoryEventView toView(StoryEvent event) {
        return new StoryEventView(
                event.getId(),
                toKind(event.getKind()),
                Times.of(event.getCreateTime()),
                event.getActor().equals(MACHINE) ? "machine" : "editor",
                event.getReason(),
                event.getStoryId(),
                List.copyOf(event.getOtherStoryIdsList()),
                List.copyOf(event.getArticleIdsList()),
                event.getArticleCount(),
                event.getCountsList().stream().map(HistoryMessages::toView).toList(),
                orNull(event.getUndoesEventId()),
                orNull(event.getUndoneByEventId()),
                orNull(event.getPartOfEventId()));
    }

    static MomentView toView(Coverage coverage) {
        return new MomentView(
                Times.of(coverage.getAsOfTime()),
                CoverageMessages.toView(coverage.getAll()),
                CoverageMessages.toView(coverage.getIndependent()));
    }

    private static ArticleCountView toView(StoryArticleCounts counts) {
        return new ArticleCountView(counts.getStoryId(), counts.getBeforeCount(), counts.getAfterCount());
    }

    private static String toKind(StoryEventKind kind) {
        return kind.name()
                .replaceFirst("^STORY_EVENT_KIND_", "")
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
