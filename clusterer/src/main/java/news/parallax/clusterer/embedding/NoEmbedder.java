package news.parallax.clusterer.embedding;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.text.Vector;

/** For machines without a native ONNX runtime: words and names decide alone. */
public final class NoEmbedder implements Embedder {

    @Override
    public int characterLimit() {
        return 0;
    }

    @Override
    public int batchTexts() {
        return 1;
    }

    @Override
    public List<Optional<Vector>> embed(List<String> openings) {
        return Collections.nCopies(openings.size(), Optional.empty());
    }

    @Override
    public boolean understands(String language) {
        return false;
    }

    @Override
    public int modelFingerprint() {
        return 0;
    }
}
