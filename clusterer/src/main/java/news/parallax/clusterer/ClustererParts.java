package news.parallax.clusterer;

import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import news.parallax.clusterer.digest.DigestRules;
import news.parallax.clusterer.digest.model.ModelDigests;
import news.parallax.clusterer.embedding.EmbeddingConfig;
import news.parallax.clusterer.embedding.NoEmbedder;
import news.parallax.clusterer.embedding.OnnxEmbedder;
import news.parallax.clusterer.embedding.OpenAiEmbedder;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.translation.LibreTranslate;
import news.parallax.clusterer.translation.NoTranslator;
import news.parallax.clusterer.translation.TranslationRules;
import news.parallax.clusterer.translation.Translations;
import news.parallax.clusterer.translation.Translator;

/** Makes the pure parts from the settings: the same for the service and for measuring it. */
public final class ClustererParts {

    private ClustererParts() {}

    /** Reads the settings as the service does, for a plain main class. */
    public static ClustererConfig config() {
        // Quarkus parts log by it, and say so on standard error if it is not set.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        return new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDiscoveredConverters()
                .withMapping(ClustererConfig.class)
                .build()
                .getConfigMapping(ClustererConfig.class);
    }

    /** Makes the embedder that the settings name. */
    @Produces
    @Singleton
    public static Embedder embedder(ClustererConfig config) {
        EmbeddingConfig embedding = config.embedding();
        return switch (embedding.model()) {
            case MINILM -> OnnxEmbedder.miniLm(embedding);
            case ONNX -> OnnxEmbedder.of(embedding);
            case OPENAI -> OpenAiEmbedder.of(embedding, InstantSource.system());
            case NONE -> new NoEmbedder();
        };
    }

    /** Makes the threads that analyze. */
    @Produces
    @Singleton
    public static AnalysisThreads analysisThreads(ClustererConfig config, Embedder embedder) {
        int threads = config.analysisThreads() > 0
                ? config.analysisThreads()
                : Runtime.getRuntime().availableProcessors();
        return new AnalysisThreads(embedder, threads);
    }

    static void close(@Disposes AnalysisThreads threads) {
        threads.close();
    }

    /** Reads the numbers that decide. */
    @Produces
    @Singleton
    public static AssignmentRules rules(ClustererConfig config) {
        ClustererConfig.Grouping grouping = config.grouping();
        return new AssignmentRules(
                grouping.threshold(),
                grouping.windowArticles(),
                grouping.reach(),
                grouping.comparedMembers(),
                grouping.consolidationArticles(),
                grouping.neighborSimilarity(),
                grouping.neighborhoodArticles(),
                grouping.loyalty());
    }

    /** Makes what asks a language model, if the settings name one. */
    @Produces
    @Singleton
    static ModelDigests modelDigests(ClustererConfig config, InstantSource clock) {
        return new ModelDigests(config.digest().model(), clock);
    }

    @Produces
    @Singleton
    static Translations translations(ClustererConfig config, InstantSource clock) {
        ClustererConfig.Translating translation = config.translation();
        var rules = new TranslationRules(
                translation.targetLanguage(),
                translation.untouchedLanguages().orElse(Set.of()),
                translation.timeout(),
                translation.pause(),
                translation.articleCharacters(),
                translation.hourCharacters(),
                translation.rememberedArticles());
        Translator translator = translation
                .url()
                .<Translator>map(url -> new LibreTranslate(
                        url, translation.apiKey(), translation.targetLanguage(), translation.attempts()))
                .orElseGet(NoTranslator::new);
        return new Translations(translator, rules, clock);
    }

    /** Reads the numbers that decide what stories say. */
    @Produces
    @Singleton
    public static DigestRules digestRules(ClustererConfig config) {
        ClustererConfig.Digest digest = config.digest();
        return new DigestRules(
                digest.comparedReports(),
                digest.sideOutletsMin(),
                digest.termOutletsMin(),
                digest.zScoreMin(),
                digest.prior(),
                digest.subjects(),
                digest.images(),
                digest.imageStories(),
                digest.imagesRemembered(),
                digest.firstReportTie(),
                digest.discoveryLag(),
                digest.smallStory(),
                digest.growth(),
                digest.interval(),
                digest.flushStories());
    }

    @Produces
    @Singleton
    static InstantSource clock() {
        return InstantSource.system();
    }
}
