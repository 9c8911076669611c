package news.parallax.clusterer.embedding;

import java.util.Set;

/**
 * What a model is given, and what of its vectors can be trusted.
 *
 * @param characters of an opening
 * @param prefix put before it
 * @param languages primary BCP-47 subtags; {@code all} among them for every language
 */
record GivenText(int characters, String prefix, Set<String> languages) {

    private static final String ALL = "all";

    GivenText {
        if (characters < 1) {
            throw new IllegalArgumentException("parallax.clusterer.embedding.characters is at least 1: " + characters);
        }
        languages = Set.copyOf(languages);
    }

    static GivenText of(EmbeddingConfig config) {
        return new GivenText(config.characters(), config.prefix().orElse(""), config.languages());
    }

    boolean isUnderstood(String language) {
        return language.isEmpty() || languages.contains(ALL) || languages.contains(language);
    }

    /** Changes when the text does. */
    @Override
    public String toString() {
        return "%sopening-%d".formatted(prefix, characters);
    }
}
