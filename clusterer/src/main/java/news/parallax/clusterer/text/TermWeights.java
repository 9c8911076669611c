package news.parallax.clusterer.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much a term tells, by how few articles have it: inverse document frequency (Spärck Jones 1972) that follows the
 * stream. A term weighs what it weighs in the language where it is most common, so that the function words of a language
 * of which little has come yet are not taken for rare ones. Not thread-safe: belongs to the one writer.
 */
public final class TermWeights {

    /**
     * Articles that every language is taken to have had before its first, so that a young stream's counts do not decide
     * alone: of those, 4 had any given word and 0.5 any given name. Picked on the sample edition.
     */
    private static final double PRIOR_DOCUMENTS = 200;

    private static final double PRIOR_WORD_DOCUMENTS = 4;
    private static final double PRIOR_NAME_DOCUMENTS = 0.5;

    private final int memoryDocuments;
    private final Map<String, Term> terms = new HashMap<>();
    private final Map<String, Integer> languages = new HashMap<>();
    private final List<Integer> documentsByLanguage = new ArrayList<>();
    private long documents;
    private int nextNumber;

    /** Remembers terms that one of the last {@code memoryDocuments} articles had. */
    public TermWeights(int memoryDocuments) {
        this.memoryDocuments = memoryDocuments;
    }

    /** Counts one article's terms. */
    public void observe(TermCounts counts, String language) {
        int languageNumber = languages.computeIfAbsent(language, _ -> {
            documentsByLanguage.add(0);
            return documentsByLanguage.size() - 1;
        });
        documentsByLanguage.set(languageNumber, documentsByLanguage.get(languageNumber) + 1);
        documents++;
        for (int i = 0; i < counts.keys().length; i++) {
            count(term(counts.keys()[i], counts.surfaces()[i]), languageNumber);
        }
        if (documents % memoryDocuments == 0) {
            terms.values().removeIf(term -> term.lastSeen < documents - memoryDocuments);
        }
    }

    /** Takes back what one article counted for, if it was one of the last. */
    public void withdraw(TermCounts counts, String language) {
        Integer languageNumber = languages.get(language);
        if (languageNumber == null) {
            throw new IllegalArgumentException("no article was observed in language " + language);
        }
        documentsByLanguage.set(languageNumber, documentsByLanguage.get(languageNumber) - 1);
        documents--;
        for (String key : counts.keys()) {
            Term term = terms.get(key);
            if (term != null) {
                term.documentCounts[languageNumber]--;
            }
        }
    }

    /** Weighs the terms of an article that has been observed; keeps the heaviest. */
    public TermVector weigh(TermCounts counts, int limit) {
        List<TermVector.Entry> entries = new ArrayList<>(counts.keys().length);
        for (int i = 0; i < counts.keys().length; i++) {
            boolean nameLike = counts.nameLike()[i];
            float frequency = counts.frequencies()[i];
            Optional.ofNullable(terms.get(counts.keys()[i]))
                    .map(term -> new TermVector.Entry(term, frequency * inverseFrequency(term, nameLike)))
                    .filter(entry -> entry.weight() > 0)
                    .ifPresent(entries::add);
        }
        return TermVector.of(entries, limit);
    }

    /** Natural logarithm of one over the share of articles with the term; never negative. */
    private float inverseFrequency(Term term, boolean nameLike) {
        double prior = nameLike ? PRIOR_NAME_DOCUMENTS : PRIOR_WORD_DOCUMENTS;
        double share = 0;
        for (int language = 0; language < term.documentCounts.length; language++) {
            int documentCount = term.documentCounts[language];
            if (documentCount > 0) {
                share = Math.max(
                        share, (documentCount + prior) / (documentsByLanguage.get(language) + PRIOR_DOCUMENTS));
            }
        }
        return (float) Math.max(0, -Math.log(share));
    }

    private Term term(String key, String surface) {
        return terms.computeIfAbsent(key, _ -> new Term(nextNumber++, cognate(key, surface), key, surface));
    }

    private static int cognate(String key, String surface) {
        if (Character.isDigit(key.codePointAt(0))) {
            return key.hashCode();
        }
        String cognate = Sounds.cognateKey(Romanization.of(surface));
        return (cognate.length() >= 2 ? cognate : key).hashCode();
    }

    private void count(Term term, int language) {
        if (term.documentCounts.length <= language) {
            term.documentCounts = Arrays.copyOf(term.documentCounts, language + 1);
        }
        term.documentCounts[language]++;
        term.lastSeen = documents;
    }
}
