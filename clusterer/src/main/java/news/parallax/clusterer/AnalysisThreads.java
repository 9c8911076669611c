package news.parallax.clusterer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import news.parallax.clusterer.text.Analyzer;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.text.Vector;

/** Analyzes articles on as many threads as pay off: the costly part of the clusterer. Safe for many callers. */
public final class AnalysisThreads implements AutoCloseable {

    private final Analyzer analyzer;
    private final ExecutorService executor;

    /** Starts the threads. */
    public AnalysisThreads(Embedder embedder, int threads) {
        this.analyzer = new Analyzer(embedder);
        this.executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("analysis-", 0).daemon().factory());
    }

    /**
     * An article to analyze.
     *
     * @param article the article
     * @param vector its vector, if it has been made before
     */
    public record Task(ArticleText article, Optional<Vector> vector) {}

    /** Analyzes articles; the documents come in the same order. */
    public List<Document> analyze(List<Task> tasks) {
        List<CompletableFuture<Document>> pending = tasks.stream()
                .map(task -> CompletableFuture.supplyAsync(() -> analyze(task), executor))
                .toList();
        return pending.stream().map(CompletableFuture::join).toList();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private Document analyze(Task task) {
        return task.vector().isPresent()
                ? analyzer.analyze(task.article(), task.vector())
                : analyzer.analyze(task.article());
    }
}
