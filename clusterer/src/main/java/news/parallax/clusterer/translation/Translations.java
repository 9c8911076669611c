package news.parallax.clusterer.translation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Translation;
import news.parallax.clusterer.translation.Translator.Outcome;
import org.jboss.logging.Logger;

/**
 * Title and lead of foreign articles in the language of the edition, as far as they can be had within the rules. What
 * cannot be had in time is left out: an article never waits longer, and is never lost. Safe for many threads.
 */
public final class Translations {

    private static final Logger LOG = Logger.getLogger(Translations.class);

    /** The catalog takes no longer title, nor lead. */
    private static final int TITLE_CHARACTERS = 2_000;

    private static final int LEAD_CHARACTERS = 20_000;

    private final Translator translator;
    private final TranslationRules rules;
    private final InstantSource clock;
    private final TranslationCache cache;
    private final HourBudget budget;
    private final Set<String> notSpoken = ConcurrentHashMap.newKeySet();
    private volatile Instant restUntil = Instant.MIN;

    public Translations(Translator translator, TranslationRules rules, InstantSource clock) {
        this.translator = translator;
        this.rules = rules;
        this.clock = clock;
        this.cache = new TranslationCache(rules.rememberedArticles());
        this.budget = new HourBudget(clock, rules.hourCharacters());
    }

    /** Returns a translation of each article, in order, if there is one; waits for the engine no longer than its patience. */
    public List<Optional<Translation>> of(List<ArticleText> articles) {
        Map<String, List<ArticleText>> wanted = articles.stream()
                .filter(article -> isForeign(article) && known(article).isEmpty())
                .filter(this::isAffordable)
                .collect(Collectors.groupingBy(ArticleText::language));
        // Each language is a call; all at the same time, so that none waits for another.
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            wanted.forEach((language, foreign) -> calls.execute(() -> translate(language, foreign)));
        }
        return articles.stream().map(this::known).toList();
    }

    /** Keeps a translation that was made before a restart. */
    public void remember(ArticleText article) {
        article.translation().ifPresent(translation -> cache.keep(article, translation));
    }

    private Optional<Translation> known(ArticleText article) {
        return isForeign(article) ? cache.find(article, rules.targetLanguage(), translator.engine()) : Optional.empty();
    }

    private boolean isForeign(ArticleText article) {
        return !article.language().isEmpty()
                && !article.language().equals(rules.targetLanguage())
                && !rules.untouchedLanguages().contains(article.language())
                && !notSpoken.contains(article.language());
    }

    private boolean isAffordable(ArticleText article) {
        return !article.title().isEmpty()
                && article.title().length() <= rules.articleCharacters()
                && !clock.instant().isBefore(restUntil)
                && budget.spend(texts(article).stream().mapToInt(String::length).sum());
    }

    /** The title, and the lead if there is one that is short enough. */
    private List<String> texts(ArticleText article) {
        boolean withLead = !article.lead().isEmpty()
                && article.title().length() + article.lead().length() <= rules.articleCharacters();
        return withLead ? List.of(article.title(), article.lead()) : List.of(article.title());
    }

    private void translate(String language, List<ArticleText> articles) {
        List<String> texts =
                articles.stream().flatMap(article -> texts(article).stream()).toList();
        switch (translator.translate(texts, language, rules.patience())) {
            case Outcome.Translated translated -> keep(articles, translated.texts());
            case Outcome.NotSpoken _ -> notSpoken.add(language);
            case Outcome.Busy busy -> rest(busy.pause(), "too many requests");
            case Outcome.Failed failed -> rest(rules.pause(), failed.reason());
        }
    }

    private void keep(List<ArticleText> articles, List<String> texts) {
        int next = 0;
        for (ArticleText article : articles) {
            boolean withLead = texts(article).size() == 2;
            String title = texts.get(next++).strip();
            String lead = withLead ? texts.get(next++).strip() : "";
            if (!title.isEmpty() && title.length() <= TITLE_CHARACTERS && lead.length() <= LEAD_CHARACTERS) {
                cache.keep(article, new Translation(rules.targetLanguage(), title, lead, translator.engine()));
            }
        }
    }

    private void rest(Duration wait, String reason) {
        restUntil = clock.instant().plus(wait);
        LOG.warnf("translation rests engine=%s for=%s reason=%s", translator.engine(), wait, reason);
    }
}
