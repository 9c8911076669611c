package news.parallax.clusterer.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.clusterer.digest.Digest.Point;
import news.parallax.clusterer.text.Phrase;

/**
 * Which outlets use which words and pairs of words in their reports of a story. An outlet counts once for each, however
 * often it uses it: otherwise the most talkative would speak for its side. Names of the outlets are not counted.
 */
final class TermUsage {

    /** By key of the term, then by outlet. */
    private final Map<String, Map<String, Use>> uses = new LinkedHashMap<>();

    /** How an outlet writes a term first, and where. */
    private record Use(String surface, Point point) {}

    private final Map<String, Integer> totals = new HashMap<>();
    private final int total;

    private TermUsage(List<Report> reports) {
        Set<String> names = outletNames(reports);
        for (Report report : reports) {
            String outlet = report.outlet().id();
            report.texts().forEach(text -> {
                var point = new Point(text, report.id());
                Phrase.of(text, report.language()).stream()
                        .filter(phrase -> !names.contains(phrase.key()))
                        .forEach(phrase -> uses.computeIfAbsent(phrase.key(), _ -> new LinkedHashMap<>())
                                .putIfAbsent(outlet, new Use(phrase.surface(), point)));
            });
        }
        uses.values().forEach(users -> users.keySet().forEach(outlet -> totals.merge(outlet, 1, Integer::sum)));
        total = totals.values().stream().mapToInt(Integer::intValue).sum();
    }

    static TermUsage of(List<Report> reports) {
        return new TermUsage(reports);
    }

    private static Set<String> outletNames(List<Report> reports) {
        Set<String> names = new HashSet<>();
        for (Report report : reports) {
            String domain = report.outlet().id();
            String label = domain.substring(0, Math.max(0, domain.indexOf('.')));
            Stream.of(report.outlet().name(), label)
                    .flatMap(name -> Phrase.of(name, report.language()).stream())
                    .forEach(phrase -> names.add(phrase.key()));
        }
        return names;
    }

    Set<String> keys() {
        return uses.keySet();
    }

    /** How many outlets use a term. */
    int count(String key) {
        return users(key).size();
    }

    /** How many of some outlets use a term. */
    int count(String key, Set<String> outlets) {
        return (int) users(key).keySet().stream().filter(outlets::contains).count();
    }

    /** Terms that all outlets use, each counted once for each outlet. */
    int total() {
        return total;
    }

    /** The same of some outlets. */
    int total(Collection<String> outlets) {
        return outlets.stream()
                .mapToInt(outlet -> totals.getOrDefault(outlet, 0))
                .sum();
    }

    /** The form that most of some outlets write; of equals the one with fewer capitals. */
    String surface(String key, Set<String> outlets) {
        return users(key).entrySet().stream()
                .filter(user -> outlets.contains(user.getKey()))
                .collect(Collectors.groupingBy(user -> user.getValue().surface(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparingLong(TermUsage::capitals)
                                .reversed()
                                .thenComparing(Comparator.reverseOrder()))))
                .map(Map.Entry::getKey)
                .orElse(key);
    }

    /** Drops words that a better pair says already, and pairs that share a word with a better one. */
    List<String> withoutParts(List<String> bestFirst, Set<String> outlets) {
        List<String> kept = new ArrayList<>();
        Set<String> said = new HashSet<>();
        List<String> pairs =
                bestFirst.stream().filter(key -> key.indexOf(' ') >= 0).toList();
        for (String key : bestFirst) {
            boolean partOfPair = key.indexOf(' ') < 0
                    && pairs.stream()
                            .anyMatch(pair -> words(pair).contains(key) && count(pair, outlets) == count(key, outlets));
            if (!partOfPair && words(key).stream().noneMatch(said::contains)) {
                kept.add(key);
                said.addAll(words(key));
            }
        }
        return kept;
    }

    /** The first title or sentence of some outlets with a term, in order of arrival. */
    Point example(String key, Set<String> outlets) {
        return users(key).entrySet().stream()
                .filter(user -> outlets.contains(user.getKey()))
                .map(user -> user.getValue().point())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("none of these outlets has the term " + key));
    }

    private Map<String, Use> users(String key) {
        return uses.getOrDefault(key, Map.of());
    }

    private static List<String> words(String key) {
        return List.of(key.split(" "));
    }

    private static long capitals(String text) {
        return text.chars().filter(Character::isUpperCase).count();
    }
}
