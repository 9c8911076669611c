package news.parallax.clusterer.embedding;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.Optional;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.text.Vector;

/** The all-MiniLM-L6-v2 model (Wang et al. 2020; Reimers and Gurevych 2019), quantized, run by ONNX inside this process. */
public final class MiniLmEmbedder implements Embedder {

    /** About 100 tokens; the model was trained on 128. Its time grows with the length. */
    private static final int CHARACTER_LIMIT = 400;

    /** Changes when vectors are no longer comparable: other model, other text given to it. */
    private static final int FINGERPRINT = "all-minilm-l6-v2-q/opening-400".hashCode();

    private final EmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);

    @Override
    public int characterLimit() {
        return CHARACTER_LIMIT;
    }

    @Override
    public Optional<Vector> embed(String opening) {
        return Optional.of(Vector.of(model.embed(opening).content().vector()));
    }

    @Override
    public int modelFingerprint() {
        return FINGERPRINT;
    }
}
