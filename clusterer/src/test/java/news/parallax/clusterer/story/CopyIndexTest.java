package news.parallax.clusterer.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.parallax.clusterer.embedding.NoEmbedder;
import news.parallax.clusterer.text.Analyzer;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.text.TermWeights;
import news.parallax.clusterer.text.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CopyIndexTest {

    private static final Analyzer ANALYZER = new Analyzer(new NoEmbedder());

    private final CopyIndex index = new CopyIndex();

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Articles come and go; each text is printed by several. Many enough for the index to grow. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsExactlyTheArticlesOfATextThatAreThere(long seed) {
        var random = new Random(seed);
        List<Document> texts =
                IntStream.range(0, 12).mapToObj(i -> document("text" + i, i)).toList();
        List<List<Member>> present = new ArrayList<>();
        texts.forEach(_ -> present.add(new ArrayList<>()));
        for (int step = 0; step < 150; step++) {
            int text = random.nextInt(texts.size());
            List<Member> printed = present.get(text);
            if (random.nextInt(3) > 0 || printed.isEmpty()) {
                Member member = member("a" + step, texts.get(text), Optional.empty());
                printed.add(member);
                index.add(member);
            } else {
                index.remove(printed.remove(random.nextInt(printed.size())));
            }
        }
        for (int text = 0; text < texts.size(); text++) {
            Set<String> expected =
                    present.get(text).stream().map(Member::id).collect(Collectors.toCollection(HashSet::new));
            assertThat(index.articlesAlike(texts.get(text).fingerprint())).isEqualTo(expected);
        }
    }

    @Test
    void aCopyOfTheTextHasItsVector() {
        Vector vector = Vector.of(new float[] {1, 2});
        index.add(member("without", document("original", 1), Optional.empty()));
        assertThat(index.vectorOf(document("copy", 1))).isEmpty();
        index.add(member("with", document("original", 1), Optional.of(vector)));
        assertThat(index.vectorOf(document("copy", 1))).contains(vector);
        assertThat(index.vectorOf(document("another report", 2))).isEmpty();
    }

    @Test
    void aTextTooShortForAFingerprintIsNotFound() {
        Document brief = ANALYZER.analyze(
                new ArticleText("brief", "Bridge closed", "", "It is.", "en", Instant.EPOCH, "", false, "", ""));
        Member member = member("brief", brief, Optional.empty());
        index.add(member);
        assertThat(index.articlesAlike(brief.fingerprint())).isEmpty();
        index.remove(member);
    }

    /** Documents of one number have one text under different titles. */
    private static Document document(String title, int number) {
        var random = new Random(number);
        String text = IntStream.range(0, 90)
                .mapToObj(_ -> random.ints(5, 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
        return ANALYZER.analyze(new ArticleText(title, title, "", text, "en", Instant.EPOCH, "", false, "", ""));
    }

    private static Member member(String id, Document document, Optional<Vector> vector) {
        ArticleText article = new ArticleText(id, "", "", "x", "en", Instant.EPOCH, "", false, "", "");
        var terms = new TermWeights(1).weigh(document.terms(), 1);
        return new Member(
                0,
                article,
                terms,
                terms,
                terms,
                vector,
                false,
                document.wordCount(),
                document.fingerprint(),
                document.agency(),
                document.sentences(),
                Membership.founding("story"));
    }
}
