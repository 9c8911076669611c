package news.parallax.clusterer.digest.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every sentence with a number and a name that is taken from its article. */
class SentenceCheckLawsTest {

    private static final String CONSONANTS = "bdfgklmnprstvz";

    private static final String VOWELS = "aeiou";

    /** Sentences, by language; %s is a name, %d a number. */
    private static final List<List<String>> SENTENCES = List.of(
            List.of("en", "Engineers of %s closed the river bridge after they had counted %d cracks in one girder."),
            List.of("en", "Some %d people from %s and the villages around it must use the ferry from now on."),
            List.of("de", "Ingenieure aus %s haben die Brücke gesperrt, nachdem sie %d Risse gezählt hatten."),
            List.of("fr", "Des ingénieurs de %s ont fermé le pont après avoir compté %d fissures dans une poutre."),
            List.of("ru", "Инженеры из города %s закрыли мост, после того как насчитали %d трещин в балке."),
            List.of("tr", "Köprü, %s kentinden gelen mühendislerin %d çatlak saymasından sonra trafiğe kapatıldı."));

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSentenceOfTheArticlePassesAndNoneWithAnotherNumberOrName(long seed) {
        var random = new Random(seed);
        List<String> languageAndSentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
        String sentence = languageAndSentence.get(1);
        String name = name(random);
        int number = 2 + random.nextInt(5_000);
        var article = new CitedArticle(
                new Excerpt("a", languageAndSentence.getFirst(), name, List.of(filled(sentence, name, number))));

        assertThat(SentenceCheck.flawOf(filled(sentence, name, number), article))
                .isEmpty();
        assertThat(SentenceCheck.flawOf(filled(sentence, name, number + 1 + random.nextInt(50)), article))
                .map(Flaw::kind)
                .contains(Flaw.Kind.NUMBER_NOT_FOUND);
        assertThat(SentenceCheck.flawOf(filled(sentence, name(random) + "x", number), article))
                .map(Flaw::kind)
                .contains(Flaw.Kind.NAME_NOT_FOUND);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String filled(String sentence, String name, int number) {
        return sentence.replace("%s", name).replace("%d", String.valueOf(number));
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder("Q");
        IntStream.range(0, 3).forEach(_ -> {
            name.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
        });
        return name.toString();
    }
}
