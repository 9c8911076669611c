package news.parallax.gateway.desk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to correct of the groupings, as a program sends it.
 *
 * @param storyId the story that stays, is split, or receives
 * @param storyIds of a merge: the stories that become part of it
 * @param articleIds of a split or a move: the articles that leave, or come
 * @param reason why, in words
 */
record CorrectionBody(
        @Nullable String storyId,
        @Nullable List<String> storyIds,
        @Nullable List<String> articleIds,
        @Nullable String reason) {
    Correction ofStories() {
        return correction(storyIds);
    }

    Correction ofArticles() {
        return correction(articleIds);
    }

    private Correction correction(@Nullable List<String> ids) {
        List<String> named = ids == null
                ? List.of()
                : ids.stream().filter(Objects::nonNull).map(String::strip).toList();
        return new Correction(
                Objects.requireNonNullElse(storyId, "").strip(), named, Objects.requireNonNullElse(reason, ""));
    }
}
