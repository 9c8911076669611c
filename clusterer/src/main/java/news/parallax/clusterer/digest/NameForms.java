package news.parallax.clusterer.digest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Brings the forms of one name together.
 *
 * @param groups by key of the name; those that turn out to be a form of another are taken out
 * @param common words that stand somewhere without a capital
 */
record NameForms(Map<String, NameGroup> groups, Set<String> common) {

    /** The last word of several names stands for the one that so many times more outlets write, else for none of them. */
    private static final int CLEARLY_MORE = 2;

    /** Languages that give names endings. Elsewhere two names that differ by their ends are two. */
    private static final Set<String> INFLECTING = Set.of(
            "ru", "uk", "be", "bg", "sr", "hr", "bs", "sl", "mk", "pl", "cs", "sk", "lt", "lv", "et", "fi", "hu", "el");

    private static final int STEM_LETTERS = 3;
    private static final int ENDING_LETTERS = 3;

    void merge(String language) {
        if (INFLECTING.contains(language)) {
            mergeInflections();
        }
        mergeForms();
    }

    /** "Biden" is "Joe Biden", unless the word is a common one ("House") or there are several of that name. */
    private void mergeForms() {
        List<Map.Entry<String, NameGroup>> shortestFirst = groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, NameGroup> group) ->
                                group.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::copyOf)
                .toList();
        for (Map.Entry<String, NameGroup> group : shortestFirst) {
            if (group.getValue().placeId().isEmpty() && !common.contains(group.getKey())) {
                merge(group.getKey(), group.getValue());
            }
        }
    }

    private void merge(String key, NameGroup group) {
        List<Map.Entry<String, NameGroup>> full = groups.entrySet().stream()
                .filter(other -> isFullForm(key, other.getKey(), other.getValue()))
                .sorted(Comparator.comparing(other -> other.getKey().length()))
                .toList();
        if (full.isEmpty()) {
            return;
        }
        groups.remove(key);
        // "England Jason Roy" is a longer form of "Jason Roy", not another bearer.
        String shortest = " " + full.getFirst().getKey();
        if (full.stream().allMatch(other -> (" " + other.getKey()).endsWith(shortest))) {
            full.getFirst().getValue().add(group);
        } else {
            clearlyMore(full.stream().map(Map.Entry::getValue).toList()).ifPresent(bearer -> bearer.add(group));
        }
    }

    /** A last name stands for the full one; a first name does so for a person. */
    private static boolean isFullForm(String key, String other, NameGroup group) {
        return other.endsWith(" " + key) || other.startsWith(key + " ") && group.isPerson();
    }

    /** Puts "Максима Шугалея" to "Максим Шугалей": the form that most outlets write takes in the others. */
    private void mergeInflections() {
        List<Map.Entry<String, NameGroup>> mostFirst = groups.entrySet().stream()
                .filter(group -> group.getValue().placeId().isEmpty())
                .sorted(Comparator.comparing((Map.Entry<String, NameGroup> group) ->
                                -group.getValue().outlets())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::copyOf)
                .toList();
        for (int i = 0; i < mostFirst.size(); i++) {
            for (Map.Entry<String, NameGroup> other : mostFirst.subList(i + 1, mostFirst.size())) {
                String key = mostFirst.get(i).getKey();
                if (groups.containsKey(key)
                        && groups.containsKey(other.getKey())
                        && isInflection(key, other.getKey())) {
                    mostFirst.get(i).getValue().add(other.getValue());
                    groups.remove(other.getKey());
                }
            }
        }
    }

    private static boolean isInflection(String one, String other) {
        String[] words = one.split(" ");
        String[] others = other.split(" ");
        return words.length == others.length
                && IntStream.range(0, words.length).allMatch(i -> isFormOf(words[i], others[i]));
    }

    private static boolean isFormOf(String word, String other) {
        int least = Math.max(STEM_LETTERS, Math.max(word.length(), other.length()) - ENDING_LETTERS);
        return word.equals(other) || word.regionMatches(0, other, 0, least);
    }

    private static Optional<NameGroup> clearlyMore(List<NameGroup> bearers) {
        List<NameGroup> most = bearers.stream()
                .sorted(Comparator.comparing(NameGroup::outlets).reversed())
                .toList();
        return most.get(0).outlets() >= CLEARLY_MORE * most.get(1).outlets()
                ? Optional.of(most.getFirst())
                : Optional.empty();
    }
}
