package news.parallax.crawler.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import news.parallax.crawler.text.LanguageModel;

/**
 * Makes the resource {@code languages.bin} of {@link LanguageModel} from the letter statistics in the jar of the library
 * lingua 1.2.2 (Apache License 2.0), and for languages that it lacks from word lists of our own, one file a language, named
 * by its code. Of each language the most frequent n-grams are kept: with five times as many the model is no better.
 */
public final class LanguageModelTraining {

    private static final List<String> NAMES = List.of("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams");

    /** N-grams kept of a language, by length. Chinese, Japanese and Korean have unigrams only. */
    private static final List<Integer> KEPT = List.of(4000, 1000, 4000, 8000, 8000);

    private static final Pattern MODEL = Pattern.compile("language-models/(\\w\\w)/unigrams\\.json");

    private final List<String> languages = new ArrayList<>();
    private final Map<Integer, Map<Integer, Integer>> costs = new TreeMap<>();

    private LanguageModelTraining() {}

    /** Arguments: the jar, the file to write, word lists. */
    public static void main(String[] arguments) throws IOException {
        var training = new LanguageModelTraining();
        try (ZipFile jar = new ZipFile(arguments[0])) {
            for (String language : languages(jar)) {
                training.learn(language, statistics(jar, language));
            }
        }
        for (int i = 2; i < arguments.length; i++) {
            Path words = Path.of(arguments[i]);
            String name = words.getFileName().toString();
            training.learn(name.substring(0, name.indexOf('.')), count(Files.readString(words)));
        }
        training.write(Path.of(arguments[1]));
    }

    private static TreeSet<String> languages(ZipFile jar) {
        return jar.stream()
                .map(ZipEntry::getName)
                .map(MODEL::matcher)
                .filter(name -> name.matches())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns, by length less 1, how likely the last letter of an n-gram is after those before it. */
    private static List<Map<String, Double>> statistics(ZipFile jar, String language) throws IOException {
        List<Map<String, Double>> lengths = new ArrayList<>();
        for (String name : NAMES) {
            Map<String, Double> conditional = new HashMap<>();
            ZipEntry entry = jar.getEntry("language-models/" + language + "/" + name + ".json");
            if (entry != null) {
                JsonNode ngrams =
                        new ObjectMapper().readTree(jar.getInputStream(entry)).path("ngrams");
                ngrams.properties().forEach(line -> {
                    String[] share = line.getKey().split("/");
                    double probability = Double.parseDouble(share[0]) / Double.parseDouble(share[1]);
                    for (String ngram : line.getValue().asText().split(" ")) {
                        conditional.put(ngram, probability);
                    }
                });
            }
            lengths.add(conditional);
        }
        return lengths;
    }

    private static List<Map<String, Double>> count(String text) {
        List<Map<String, Integer>> counts = new ArrayList<>();
        for (int length = 0; length <= LanguageModel.LONGEST; length++) {
            counts.add(new HashMap<>());
        }
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            for (int from = 0; from <= word.length(); from++) {
                for (int to = from; to <= Math.min(word.length(), from + LanguageModel.LONGEST); to++) {
                    counts.get(to - from).merge(word.substring(from, to), 1, Integer::sum);
                }
            }
        }
        List<Map<String, Double>> lengths = new ArrayList<>();
        for (int length = 1; length <= LanguageModel.LONGEST; length++) {
            Map<String, Integer> shorter = counts.get(length - 1);
            Map<String, Double> conditional = new HashMap<>();
            counts.get(length)
                    .forEach((ngram, count) -> conditional.put(
                            ngram, count / (double) shorter.getOrDefault(ngram.substring(0, ngram.length() - 1), 1)));
            lengths.add(conditional);
        }
        return lengths;
    }

    private void learn(String language, List<Map<String, Double>> lengths) {
        int number = languages.size();
        languages.add(language);
        Map<String, Double> shorter = Map.of("", 1.0);
        for (int length = 0; length < lengths.size(); length++) {
            Map<String, Double> conditional = lengths.get(length);
            Map<String, Double> joint = new HashMap<>();
            for (var ngram : conditional.entrySet()) {
                String start = ngram.getKey().substring(0, length);
                joint.put(ngram.getKey(), ngram.getValue() * shorter.getOrDefault(start, 0.0));
            }
            joint.entrySet().stream()
                    .filter(ngram -> ngram.getValue() > 0)
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(KEPT.get(length))
                    .forEach(ngram -> keep(number, ngram.getKey(), conditional.getOrDefault(ngram.getKey(), 0.0)));
            shorter = joint;
        }
    }

    private void keep(int language, String ngram, double probability) {
        int cost = (int) Math.min(255, Math.round(-Math.log(probability) / LanguageModel.STEP));
        costs.computeIfAbsent(LanguageModel.hash(ngram), key -> new TreeMap<>()).merge(language, cost, Math::min);
    }

    private void write(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes, 1 << 16))) {
            out.writeInt(languages.size());
            for (String language : languages) {
                out.writeUTF(language);
            }
            out.writeInt(costs.size());
            out.writeInt(costs.values().stream()
                    .mapToInt(entry -> 1 + 2 * entry.size())
                    .sum());
            for (var ngram : costs.entrySet()) {
                out.writeInt(ngram.getKey());
                out.writeByte(ngram.getValue().size());
                for (var posting : ngram.getValue().entrySet()) {
                    out.writeByte(posting.getKey());
                    out.writeByte(posting.getValue());
                }
            }
        }
        Files.write(file, bytes.toByteArray());
        System.err.println(languages.size() + " languages, " + costs.size() + " n-grams, " + bytes.size() + " bytes");
    }
}
