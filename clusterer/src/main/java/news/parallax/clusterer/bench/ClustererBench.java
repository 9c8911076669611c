package news.parallax.clusterer.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.ClustererParts;
import news.parallax.clusterer.embedding.NoEmbedder;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.Membership;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.text.Embedder;

/**
 * Measures the grouping on real short texts: {@code ClustererBench [FILE] [--window N]}. Prints one JSON object. The
 * assignment alone is timed, on texts that have been analyzed, while the window fills: without vectors; then with random
 * ones, in a window read back from known memberships. Only {@code embedded_} runs the model, on a few texts, analysis and
 * all. A look at the stories that got articles is timed without the changes that it asks for. Ratios within one run can
 * be compared between machines, times cannot.
 */
public final class ClustererBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 256;

    /** Articles over which a time is averaged. */
    private static final int SAMPLE = 2_000;

    private static final int SMALL_WINDOW = 20_000;

    private final ClustererConfig config;
    private final AssignmentRules rules;
    private final List<ArticleText> texts;
    private final int small;
    private final ObjectNode report = JSON.createObjectNode();
    private long heapBytesBefore;
    /** What the last sample took in a small window, */
    private long smallNanos;
    /** and the look at the stories that got it. */
    private long smallLookNanos;

    private ClustererBench(ClustererConfig config, List<ArticleText> texts) {
        this.config = config;
        this.rules = ClustererParts.rules(config);
        this.texts = texts;
        this.small = texts.size() > SMALL_WINDOW ? SMALL_WINDOW : texts.size() / 2;
    }

    /** Exits 0 after measuring or if there are no texts, 1 if they cannot be read or are too few, 2 on wrong arguments. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            BenchOptions options = BenchOptions.parse(List.of(arguments));
            if (!Files.exists(options.texts())) {
                out.println("skipped: no data");
                return 0;
            }
            System.setProperty("parallax.clusterer.grouping.window-articles", Integer.toString(options.window()));
            List<ArticleText> texts = ShortTexts.read(options.texts(), options.window());
            if (texts.size() < 2 * SAMPLE) {
                throw new IOException(texts.size() + " texts are too few");
            }
            out.println(new ClustererBench(ClustererParts.config(), texts).measure());
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("cannot measure: " + e);
            return 1;
        }
    }

    private ObjectNode measure() {
        report.put("bench", "clusterer");
        report.put("window_articles", texts.size());
        report.put("small_window_articles", small);
        report.put("sample_articles", SAMPLE);
        heapBytesBefore = heapBytes();
        List<Membership> memberships = new ArrayList<>();
        measureAssignment(memberships);
        measureSmallWindow(memberships);
        measureRebuiltWindow(memberships);
        measureEmbedded();
        return report;
    }

    /** Without vectors: by words and names. Adds the membership of each text. */
    private void measureAssignment(List<Membership> memberships) {
        try (var analysis = analysis(new NoEmbedder())) {
            var assigner = new StoryAssigner(rules);
            long nanos = assign(assigner, analysis, 0, small - SAMPLE, memberships);
            smallNanos = assign(assigner, analysis, small - SAMPLE, small, memberships);
            nanos += assign(assigner, analysis, small, texts.size() - SAMPLE, memberships);
            long fullNanos = assign(assigner, analysis, texts.size() - SAMPLE, texts.size(), memberships);
            report.put("assignment_articles_per_second", perSecond(texts.size(), nanos + smallNanos + fullNanos));
            putGrowth("assignment", smallNanos, fullNanos);
            report.put("heap_bytes_per_article", (heapBytes() - heapBytesBefore) / assigner.size());
        }
    }

    private void measureSmallWindow(List<Membership> memberships) {
        try (var analysis = analysis(new RandomProjection())) {
            var assigner = new StoryAssigner(rules);
            restore(assigner, analysis, memberships, small - SAMPLE);
            smallNanos = assign(assigner, analysis, small - SAMPLE, small, new ArrayList<>());
            smallLookNanos = look(assigner);
        }
    }

    /** Takes the memberships, so that the window alone holds them when it is measured. */
    private void measureRebuiltWindow(List<Membership> memberships) {
        try (var analysis = analysis(new RandomProjection())) {
            var assigner = new StoryAssigner(rules);
            long nanos = restore(assigner, analysis, memberships, texts.size());
            memberships.clear();
            report.put("window_rebuild_seconds", rounded(nanos / 1e9));
            report.put("random_vector_heap_bytes_per_article", (heapBytes() - heapBytesBefore) / assigner.size());
            analyze(analysis, texts.subList(texts.size() - SAMPLE, texts.size()))
                    .forEach(assigner::withdraw);
            putGrowth(
                    "random_vector_assignment",
                    smallNanos,
                    assign(assigner, analysis, texts.size() - SAMPLE, texts.size(), memberships));
            putGrowth("random_vector_look", smallLookNanos, look(assigner));
        }
    }

    /** With the model that the settings name, after a tenth as many texts to warm up. */
    private void measureEmbedded() {
        try (var analysis = ClustererParts.analysisThreads(config, ClustererParts.embedder(config))) {
            assign(new StoryAssigner(rules), analysis, SAMPLE, SAMPLE + SAMPLE / 10, new ArrayList<>());
            long start = System.nanoTime();
            assign(new StoryAssigner(rules), analysis, 0, SAMPLE, new ArrayList<>());
            report.put("embedded_articles_per_second", perSecond(SAMPLE, System.nanoTime() - start));
        }
    }

    private AnalysisThreads analysis(Embedder embedder) {
        return ClustererParts.analysisThreads(config, embedder);
    }

    /** Adds the memberships; returns the nanoseconds that the assignment took, without the analysis. */
    private long assign(
            StoryAssigner assigner, AnalysisThreads analysis, int from, int to, List<Membership> memberships) {
        long nanos = 0;
        for (int start = from; start < to; start += BATCH) {
            List<Document> documents = analyze(analysis, texts.subList(start, Math.min(to, start + BATCH)));
            long begin = System.nanoTime();
            documents.forEach(
                    document -> memberships.add(assigner.assign(document).membership()));
            nanos += System.nanoTime() - begin;
            progress("assigned", start);
        }
        return nanos;
    }

    /** Returns the nanoseconds that remembering took, without the analysis. */
    private long restore(StoryAssigner assigner, AnalysisThreads analysis, List<Membership> memberships, int to) {
        long nanos = 0;
        for (int start = 0; start < to; start += BATCH) {
            int first = start;
            List<Document> documents = analyze(analysis, texts.subList(start, Math.min(to, start + BATCH)));
            long begin = System.nanoTime();
            IntStream.range(0, documents.size())
                    .forEach(i -> assigner.restore(documents.get(i), memberships.get(first + i)));
            nanos += System.nanoTime() - begin;
            progress("read back", start);
        }
        return nanos;
    }

    /** Returns the nanoseconds of one look at the stories of all articles that came after a window was read back. */
    private static long look(StoryAssigner assigner) {
        long begin = System.nanoTime();
        assigner.consolidate();
        return System.nanoTime() - begin;
    }

    private static List<Document> analyze(AnalysisThreads analysis, List<ArticleText> texts) {
        return analysis.analyze(texts.stream()
                .map(text -> new AnalysisThreads.Task(text, Optional.empty()))
                .toList());
    }

    private void putGrowth(String what, long nanosWhenSmall, long nanosWhenFull) {
        report.put(what + "_micros_at_small_window", rounded(nanosWhenSmall / 1e3 / SAMPLE));
        report.put(what + "_micros_at_window", rounded(nanosWhenFull / 1e3 / SAMPLE));
        report.put(what + "_growth_ratio", rounded((double) nanosWhenFull / nanosWhenSmall));
    }

    private void progress(String what, int articles) {
        if (articles / BATCH % 40 == 0) {
            System.err.printf("\r%s %d of %d   ", what, articles, texts.size());
        }
    }

    /** Bytes in use after a garbage collection; the second takes what only references held. */
    private static long heapBytes() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long perSecond(int articles, long nanos) {
        return Math.round(articles * 1e9 / nanos);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
