package news.parallax.clusterer.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Translation;
import news.parallax.clusterer.translation.Translator.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationsTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final Engine engine = new Engine();
    private Instant now = NOON;

    /** Translates into capitals, or does what it is told to. */
    private static final class Engine implements Translator {

        private final List<List<String>> calls = new CopyOnWriteArrayList<>();
        private Optional<Outcome> other = Optional.empty();

        @Override
        public String engine() {
            return "Capitals";
        }

        @Override
        public Outcome translate(List<String> texts, String language, Duration patience) {
            calls.add(texts);
            return other.orElseGet(() -> new Outcome.Translated(
                    texts.stream().map(String::toUpperCase).toList()));
        }
    }

    @Test
    void titleAndLeadAreTranslatedAndTheEngineIsNamed() {
        assertThat(translations().of(List.of(article("eo", "ponto", "longa"), article("eo", "urbo", ""))))
                .containsExactly(
                        Optional.of(new Translation("en", "PONTO", "LONGA", "Capitals")),
                        Optional.of(new Translation("en", "URBO", "", "Capitals")));
        assertThat(engine.calls).containsExactly(List.of("ponto", "longa", "urbo"));
    }

    @Test
    void eachLanguageIsACall() {
        translations().of(List.of(article("eo", "ponto", ""), article("it", "ponte", ""), article("eo", "urbo", "")));

        assertThat(engine.calls).containsExactlyInAnyOrder(List.of("ponto", "urbo"), List.of("ponte"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "la", ""})
    void theLanguageOfTheEditionThoseLeftAloneAndUnknownOnesAreNotTranslated(String language) {
        assertThat(translations().of(List.of(article(language, "title", "lead"))))
                .containsExactly(Optional.empty());
        assertThat(engine.calls).isEmpty();
    }

    @Test
    void whatWasTranslatedIsNotTranslatedAgain() {
        Translations translations = translations();
        translations.of(List.of(article("eo", "ponto", "longa")));

        assertThat(translations.of(List.of(article("eo", "ponto", "longa")))).allMatch(Optional::isPresent);
        assertThat(engine.calls).hasSize(1);
    }

    @Test
    void aTranslationFromBeforeARestartIsRemembered() {
        Translations translations = translations();
        var stored = new Translation("en", "bridge", "long", "Capitals");
        ArticleText article = article("eo", "ponto", "longa");
        translations.remember(new ArticleText(
                article.id(), "ponto", "longa", "", "eo", NOON, "", false, "", "", Optional.of(stored), true, ""));

        assertThat(translations.of(List.of(article))).containsExactly(Optional.of(stored));
        assertThat(engine.calls).isEmpty();
    }

    @Test
    void aChangedTitleIsTranslatedAnew() {
        Translations translations = translations();
        translations.of(List.of(article("eo", "ponto", "longa")));
        translations.of(List.of(article("eo", "ponto falis", "longa")));

        assertThat(engine.calls).hasSize(2);
    }

    @Test
    void aLeadThatIsTooLongIsLeftOutAndATitleThatIsTooLongStaysAsItIs() {
        assertThat(translations()
                        .of(List.of(article("eo", "ponto", "l".repeat(100)), article("eo", "t".repeat(101), ""))))
                .containsExactly(Optional.of(new Translation("en", "PONTO", "", "Capitals")), Optional.empty());
    }

    @Test
    void noMoreIsSentThanTheHourAllows() {
        Translations translations = translations();
        List<ArticleText> first = List.of(article("eo", "a".repeat(90), ""), article("eo", "b".repeat(90), ""));
        List<ArticleText> third = List.of(article("eo", "c".repeat(90), ""));

        assertThat(translations.of(first)).allMatch(Optional::isPresent);
        assertThat(translations.of(third)).containsExactly(Optional.empty());
        now = NOON.plus(Duration.ofMinutes(61));
        assertThat(translations.of(third)).allMatch(Optional::isPresent);
    }

    @Test
    void anEngineThatFailedIsLeftAloneForAPauseWhileArticlesGoOn() {
        Translations translations = translations();
        engine.other = Optional.of(new Outcome.Failed("broken"));
        assertThat(translations.of(List.of(article("eo", "ponto", "")))).containsExactly(Optional.empty());
        engine.other = Optional.empty();

        assertThat(translations.of(List.of(article("eo", "ponto", "")))).containsExactly(Optional.empty());
        assertThat(engine.calls).hasSize(1);
        now = NOON.plus(Duration.ofMinutes(1));
        assertThat(translations.of(List.of(article("eo", "ponto", "")))).allMatch(Optional::isPresent);
    }

    @Test
    void aBusyEngineIsLeftAloneForAsLongAsItSays() {
        Translations translations = translations();
        engine.other = Optional.of(new Outcome.Busy(Duration.ofMinutes(5)));
        translations.of(List.of(article("eo", "ponto", "")));
        engine.other = Optional.empty();
        now = NOON.plus(Duration.ofMinutes(4));

        assertThat(translations.of(List.of(article("eo", "ponto", "")))).containsExactly(Optional.empty());
        now = NOON.plus(Duration.ofMinutes(5));
        assertThat(translations.of(List.of(article("eo", "ponto", "")))).allMatch(Optional::isPresent);
    }

    @Test
    void aLanguageThatTheEngineDoesNotKnowIsAskedForOnceAndOthersGoOn() {
        Translations translations = translations();
        engine.other = Optional.of(new Outcome.NotSpoken());
        translations.of(List.of(article("tlh", "qam", "")));
        engine.other = Optional.empty();

        assertThat(translations.of(List.of(article("tlh", "qam", ""), article("eo", "ponto", ""))))
                .satisfiesExactly(
                        klingon -> assertThat(klingon).isEmpty(),
                        other -> assertThat(other).isPresent());
        assertThat(engine.calls).hasSize(2);
    }

    @Test
    void withoutAnEngineNothingIsTranslated() {
        var translations = new Translations(new NoTranslator(), rules(), () -> now);

        assertThat(translations.of(List.of(article("eo", "ponto", "")))).containsExactly(Optional.empty());
    }

    private Translations translations() {
        return new Translations(engine, rules(), () -> now);
    }

    private static TranslationRules rules() {
        return new TranslationRules("en", Set.of("la"), Duration.ofSeconds(10), Duration.ofMinutes(1), 100, 200, 1_000);
    }

    private static ArticleText article(String language, String title, String lead) {
        return new ArticleText(title, title, lead, "", language, NOON, "", false, "", "");
    }
}
