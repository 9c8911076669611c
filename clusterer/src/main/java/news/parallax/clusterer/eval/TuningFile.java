package news.parallax.clusterer.eval;

import news.parallax.clusterer.story.SameStoryModel;

/** A labelled file, read and compared once, on which models are tried many times. */
interface TuningFile {

    /** Returns how well a model does here, in [0, 1]. */
    double score(SameStoryModel model);

    /** Returns pairs of its articles with what is said of them: from which a first model is fitted. */
    TuningPairs pairs();
}
