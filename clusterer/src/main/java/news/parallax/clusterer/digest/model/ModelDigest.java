package news.parallax.clusterer.digest.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.parallax.clusterer.digest.Digest.Point;
import news.parallax.clusterer.digest.model.Verdict.Kept;
import news.parallax.clusterer.story.OpenStory;

/** What a model says of a story: sentences that the articles which they cite bear out. */
public final class ModelDigest {

    private final ModelRequest request;
    private final String model;
    private final List<Kept> sentences;

    ModelDigest(ModelRequest request, String model, List<Kept> sentences) {
        this.request = request;
        this.model = model;
        this.sentences = List.copyOf(sentences);
    }

    /** Returns the story's id. */
    public String storyId() {
        return request.storyId();
    }

    /** Returns the name of the model. */
    public String model() {
        return model;
    }

    /** Returns the sentences with their articles, at least one. */
    public List<Point> points() {
        return sentences.stream()
                .map(kept -> new Point(kept.claim().text(), kept.article().articleId()))
                .toList();
    }

    /** Returns what still holds of the story as it is now: whose articles are in it and as they were. */
    public Optional<ModelDigest> in(OpenStory story) {
        Set<Excerpt> current = request.current(story);
        List<Kept> holding = sentences.stream()
                .filter(kept -> current.contains(kept.article()))
                .toList();
        return holding.isEmpty() ? Optional.empty() : Optional.of(new ModelDigest(request, model, holding));
    }
}
