package news.parallax.clusterer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.CopyIndex;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.ContentHash;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.text.Vector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnalysisThreadsTest {

    private static final String REPORT =
            IntStream.range(0, 90).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

    private final LetterCounts embedder = new LetterCounts();
    private final AnalysisThreads analysis = new AnalysisThreads(embedder, 2);

    @AfterEach
    void close() {
        analysis.close();
    }

    /** A text's vector is how often it has some letters. Remembers what it was given. */
    private static final class LetterCounts implements Embedder {

        private final List<List<String>> batches = Collections.synchronizedList(new ArrayList<>());
        private boolean away;

        @Override
        public int characterLimit() {
            return 100;
        }

        @Override
        public int batchTexts() {
            return 3;
        }

        @Override
        public List<Optional<Vector>> embed(List<String> openings) {
            batches.add(openings);
            return openings.stream()
                    .map(opening -> away ? Optional.<Vector>empty() : Optional.of(vectorOf(opening)))
                    .toList();
        }

        @Override
        public boolean understands(String language) {
            return language.equals("en");
        }

        @Override
        public int modelFingerprint() {
            return 1;
        }

        static Vector vectorOf(String text) {
            float[] counts = {1, 0, 0, 0};
            text.chars().filter(Character::isLetter).forEach(letter -> counts[letter % 4]++);
            return Vector.of(counts);
        }
    }

    @Test
    void documentsComeInOrderThoughTheModelGetsThemByLength() {
        List<ArticleText> articles = IntStream.range(0, 10)
                .mapToObj(i -> article("a" + i, "x".repeat(i * 7 % 10 + 1), ""))
                .toList();
        List<Document> documents = analyze(articles, new CopyIndex());
        for (int i = 0; i < articles.size(); i++) {
            assertThat(documents.get(i).article()).isEqualTo(articles.get(i));
            assertVector(documents.get(i), articles.get(i));
        }
        assertThat(embedder.batches).extracting(List::size).containsExactlyInAnyOrder(3, 3, 3, 1);
        assertThat(embedder.batches).allSatisfy(batch -> {
            int shortest = batch.stream().mapToInt(String::length).min().orElseThrow();
            int longest = batch.stream().mapToInt(String::length).max().orElseThrow();
            assertThat(longest - shortest).isLessThan(3);
        });
    }

    @Test
    void aCopyWithinTheBatchTakesTheVectorOfItsOriginal() {
        ArticleText original = article("a", "First headline", REPORT);
        ArticleText copy = article("b", "Quite another headline", REPORT + " and more");
        ArticleText other = article("c", "Third headline", "short");
        List<Document> documents = analyze(List.of(other, original, copy), new CopyIndex());
        assertVector(documents.get(0), other);
        assertVector(documents.get(1), original);
        assertVector(documents.get(2), original);
        assertThat(embedder.batches.stream().flatMap(List::stream)).hasSize(2);
    }

    @Test
    void aCopyOfWhatIsRememberedIsNotEmbedded() {
        var assigner = new StoryAssigner(rules());
        ArticleText original = article("a", "First headline", REPORT);
        assigner.assign(analyze(List.of(original), assigner.texts()).getFirst());
        embedder.batches.clear();

        Document copy = analyze(List.of(article("b", "Quite another headline", REPORT)), assigner.texts())
                .getFirst();

        assertVector(copy, original);
        assertThat(embedder.batches).isEmpty();
    }

    @Test
    void aVectorMadeBeforeIsKept() {
        Vector known = Vector.of(new float[] {0, 0, 0, 1});
        List<Document> documents = analysis.analyze(List.of(
                new AnalysisThreads.Task(article("a", "First headline", REPORT), Optional.of(known)),
                new AnalysisThreads.Task(article("b", "Quite another headline", REPORT), Optional.empty())));
        assertThat(documents).extracting(Document::vector).containsOnly(Optional.of(known));
        assertThat(embedder.batches).isEmpty();
    }

    @Test
    void articlesGoOnWithoutVectorsIfTheModelMakesNone() {
        embedder.away = true;
        List<ArticleText> articles = List.of(article("a", "First", REPORT), article("b", "Second", REPORT));
        assertThat(analyze(articles, new CopyIndex()))
                .extracting(Document::article, Document::vector)
                .containsExactly(tuple(articles.get(0), Optional.empty()), tuple(articles.get(1), Optional.empty()));
    }

    private List<Document> analyze(List<ArticleText> articles, CopyIndex known) {
        return analysis.analyze(
                articles.stream()
                        .map(article -> new AnalysisThreads.Task(article, Optional.empty()))
                        .toList(),
                known);
    }

    private static void assertVector(Document document, ArticleText expected) {
        assertThat(document.vector().orElseThrow().components())
                .isEqualTo(LetterCounts.vectorOf(expected.opening(100).orElseThrow())
                        .components());
    }

    private static ArticleText article(String id, String title, String text) {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        return new ArticleText(id, title, "", text, "en", noon, ContentHash.of(text), false, "", "");
    }

    private static AssignmentRules rules() {
        return new AssignmentRules(0.5, 100, Duration.ofDays(3), 40, 1000, 0.2, 1000, 0);
    }
}
