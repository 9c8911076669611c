package news.parallax.clusterer.eval;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.SameStoryModel;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.story.StoryChange;
import news.parallax.clusterer.story.StoryChange.Merged;
import news.parallax.clusterer.story.StoryChange.Moved;
import news.parallax.clusterer.story.StoryChange.Split;
import news.parallax.clusterer.text.Document;

/** Groups a stream as the service does and keeps, as the catalog does, in which story each article is. */
final class StoryStream {

    private final StoryAssigner assigner;
    private final Map<String, String> storyIdByArticle = new HashMap<>();

    /** With the model that comes with the program. */
    StoryStream(AssignmentRules rules) {
        this(rules, SameStoryModel.shipped());
    }

    StoryStream(AssignmentRules rules, SameStoryModel model) {
        this.assigner = new StoryAssigner(rules, model);
    }

    void take(Document document) {
        String storyId = assigner.assign(document).membership().storyId();
        storyIdByArticle.put(document.article().id(), storyId);
        if (assigner.isConsolidationDue()) {
            consolidate();
        }
    }

    /** Looks at the stories one last time. */
    void end() {
        consolidate();
    }

    String storyOf(String articleId) {
        return Objects.requireNonNull(storyIdByArticle.get(articleId), articleId);
    }

    /** Changes the stories, those of articles that have left the window too. */
    private void consolidate() {
        for (StoryChange change : assigner.consolidate()) {
            assigner.apply(change);
            switch (change) {
                case Merged merged ->
                    storyIdByArticle.replaceAll(
                            (_, storyId) -> storyId.equals(merged.fromStoryId()) ? merged.storyId() : storyId);
                case Split split -> split.articleIds().forEach(id -> storyIdByArticle.put(id, split.storyId()));
                case Moved moved -> moved.articleIds().forEach(id -> storyIdByArticle.put(id, moved.storyId()));
            }
        }
        assigner.forgetResting();
    }
}
