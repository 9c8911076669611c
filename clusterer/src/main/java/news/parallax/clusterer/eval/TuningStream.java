package news.parallax.clusterer.eval;

import java.util.List;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.SameStoryModel;
import news.parallax.clusterer.text.Document;

/**
 * Articles of labelled stories, few enough to be streamed with each model that is tried. A model must do no worse here than
 * the one that the search started from. Their stories are scored as a reader meets them first, before they are looked at again:
 * a stream that has just begun does not know yet which words are common, and must not take two events that are told in the
 * same words for one.
 */
final class TuningStream {

    /** Larger files are clustered as a whole. */
    static final int ARTICLES = 500;

    private final List<String> stories;
    private final List<Document> documents;
    private final AssignmentRules rules;

    private TuningStream(List<String> stories, List<Document> documents, AssignmentRules rules) {
        this.stories = stories;
        this.documents = documents;
        this.rules = rules;
    }

    static TuningStream read(LabelledArticles file, AnalysisThreads analysis, AssignmentRules rules) {
        return new TuningStream(
                file.rows().stream().map(LabelledArticles.Row::story).toList(),
                ClusterEval.analyze(file.rows(), analysis),
                rules);
    }

    /** In [0, 1], as {@link TuningFile#score}. */
    double score(SameStoryModel model) {
        var stream = new StoryStream(rules, model);
        documents.forEach(stream::take);
        return ClusterScores.tuningScore(
                stories,
                documents.stream()
                        .map(document -> stream.storyOf(document.article().id()))
                        .toList());
    }
}
