package news.parallax.clusterer.embedding;

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
    public Optional<Vector> embed(String opening) {
        return Optional.empty();
    }

    @Override
    public int modelFingerprint() {
        return 0;
    }
}
