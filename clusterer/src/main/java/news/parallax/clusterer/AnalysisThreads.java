package news.parallax.clusterer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import news.parallax.clusterer.story.CopyIndex;
import news.parallax.clusterer.text.Analyzer;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.text.Vector;

/** Analyzes articles on as many threads as pay off: the costly part of the clusterer. Safe for many callers. */
public final class AnalysisThreads implements AutoCloseable {

    private final Embedder embedder;
    private final Analyzer analyzer;
    private final ExecutorService executor;

    /** Starts the threads. */
    public AnalysisThreads(Embedder embedder, int threads) {
        this.embedder = embedder;
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

    /** Analyzes articles where no others are known. */
    public List<Document> analyze(List<Task> tasks) {
        return analyze(tasks, new CopyIndex());
    }

    /**
     * Analyzes articles; the documents come in the same order. What repeats a known text, or that of an article before it,
     * takes the vector of that one; the rest goes to the model in batches of like length.
     */
    public List<Document> analyze(List<Task> tasks, CopyIndex known) {
        List<Document> documents = each(tasks, task -> read(task, known));
        List<Integer> originals = originals(documents);
        List<Optional<Vector>> vectors = vectors(documents, originals);
        return IntStream.range(0, documents.size())
                .mapToObj(i -> documents.get(i).with(vectors.get(originals.get(i))))
                .toList();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private Document read(Task task, CopyIndex known) {
        Document document = analyzer.analyze(task.article(), task.vector());
        return document.vector().isPresent() ? document : document.with(known.vectorOf(document));
    }

    /** For each document without vector, the place of one before it whose text it repeats; else its own place. */
    private static List<Integer> originals(List<Document> documents) {
        var before = new CopyIndex();
        Map<String, Integer> places = new HashMap<>();
        List<Integer> originals = new ArrayList<>(documents.size());
        for (int place = 0; place < documents.size(); place++) {
            Document document = documents.get(place);
            Optional<Integer> original = document.vector().isPresent()
                    ? Optional.empty()
                    : before.articlesAlike(document.fingerprint()).stream()
                            .map(places::get)
                            .findFirst();
            originals.add(original.orElse(place));
            if (original.isEmpty() && places.putIfAbsent(document.article().id(), place) == null) {
                before.add(document);
            }
        }
        return originals;
    }

    /** Returns the vector of each document that is an original. */
    private List<Optional<Vector>> vectors(List<Document> documents, List<Integer> originals) {
        List<Opening> openings = openings(documents, originals);
        List<Optional<Vector>> made = each(batches(openings), embedder::embed).stream()
                .flatMap(List::stream)
                .toList();
        List<Optional<Vector>> vectors =
                new ArrayList<>(documents.stream().map(Document::vector).toList());
        for (int i = 0; i < openings.size(); i++) {
            vectors.set(openings.get(i).place(), made.get(i));
        }
        return vectors;
    }

    /**
     * What is to be embedded, the shortest first. No vector is made that would not be trusted: a text in a script that the
     * model has no words for takes it four times as long, letter by letter.
     */
    private List<Opening> openings(List<Document> documents, List<Integer> originals) {
        return IntStream.range(0, documents.size())
                .filter(place -> originals.get(place) == place)
                .filter(place -> documents.get(place).vector().isEmpty())
                .filter(place -> documents.get(place).understood())
                .mapToObj(place -> documents
                        .get(place)
                        .article()
                        .opening(embedder.characterLimit())
                        .map(text -> new Opening(place, text)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(opening -> opening.text().length()))
                .toList();
    }

    private List<List<String>> batches(List<Opening> openings) {
        return openings.stream()
                .map(Opening::text)
                .gather(Gatherers.windowFixed(embedder.batchTexts()))
                .toList();
    }

    /** What the model reads of the document at a place. */
    private record Opening(int place, String text) {}

    /** On all threads; the results come in the same order. */
    private <T, R> List<R> each(List<T> inputs, Function<T, R> work) {
        List<CompletableFuture<R>> pending = inputs.stream()
                .map(input -> CompletableFuture.supplyAsync(() -> work.apply(input), executor))
                .toList();
        return pending.stream().map(CompletableFuture::join).toList();
    }
}
