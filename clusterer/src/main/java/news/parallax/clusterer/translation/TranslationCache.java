package news.parallax.clusterer.translation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Translation;

/** Translations made before, by a hash of what was translated, from what, into what and by whom. Safe for many threads. */
final class TranslationCache {

    private final Map<String, Translation> byHash;

    TranslationCache(int size) {
        this.byHash = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Translation> eldest) {
                return size() > size;
            }
        };
    }

    synchronized Optional<Translation> find(ArticleText article, String targetLanguage, String engine) {
        return Optional.ofNullable(byHash.get(hash(article, targetLanguage, engine)));
    }

    synchronized void keep(ArticleText article, Translation translation) {
        byHash.put(hash(article, translation.language(), translation.engine()), translation);
    }

    private static String hash(ArticleText article, String targetLanguage, String engine) {
        String all = String.join("\0", article.title(), article.lead(), article.language(), targetLanguage, engine);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
