package news.parallax.clusterer.translation;

import java.time.Duration;
import java.util.Set;

/**
 * What is translated, and how much.
 *
 * @param targetLanguage primary BCP-47 subtag of what all is put into
 * @param untouchedLanguages primary subtags of what stays as it is, besides
 * @param patience how long articles wait for their translation, at most
 * @param pause how long an engine that failed is left alone
 * @param articleCharacters title and lead that are longer together go without the lead, a longer title untranslated
 * @param hourCharacters characters sent in any hour that begins with the first of them
 * @param rememberedArticles translations kept, the least used leave first; no fewer than articles are being translated at the same time
 */
public record TranslationRules(
        String targetLanguage,
        Set<String> untouchedLanguages,
        Duration patience,
        Duration pause,
        int articleCharacters,
        long hourCharacters,
        int rememberedArticles) {

    public TranslationRules {
        untouchedLanguages = Set.copyOf(untouchedLanguages);
    }
}
