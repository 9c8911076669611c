package news.parallax.crawler.eval;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The sums behind the scores of pages. */
final class PageScores {

    private static final int SHINGLE = 4;

    private int bodies;
    private double bodyF1;
    private double bodyPrecision;
    private double bodyRecall;
    private int wantedFound;
    private int wantedMissed;
    private int unwantedFound;
    private int titles;
    private int titlesEqual;
    private int titlesContained;
    private final Facts authors = new Facts();
    private final Facts dates = new Facts();
    private int languages;
    private int languagesRight;

    /** How two texts share their runs of four words, each counted once. */
    record Overlap(double precision, double recall) {

        double f1() {
            return harmonicMean(precision, recall);
        }
    }

    /** What a page's extraction shows of a fact that is known. */
    enum Shown {
        RIGHT,
        WRONG,
        NOTHING;

        static Shown of(boolean any, boolean right) {
            return right ? RIGHT : any ? WRONG : NOTHING;
        }
    }

    /** Counts of one fact. */
    private static final class Facts {

        private int right;
        private int wrong;
        private int nothing;

        void count(Shown shown) {
            switch (shown) {
                case RIGHT -> right++;
                case WRONG -> wrong++;
                case NOTHING -> nothing++;
            }
        }

        Map<String, Object> figures() {
            double precision = EvalCommand.share(right, right + wrong);
            double recall = EvalCommand.share(right, right + nothing);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("n", right + wrong + nothing);
            json.put("accuracy", EvalCommand.share(right, right + wrong + nothing));
            json.put("p", precision);
            json.put("r", recall);
            json.put("f1", EvalCommand.share(harmonicMean(precision, recall), 1));
            return json;
        }
    }

    void body(Overlap overlap) {
        bodies++;
        bodyF1 += overlap.f1();
        bodyPrecision += overlap.precision();
        bodyRecall += overlap.recall();
    }

    void wanted(boolean found) {
        if (found) {
            wantedFound++;
        } else {
            wantedMissed++;
        }
    }

    void unwanted(boolean found) {
        unwantedFound += found ? 1 : 0;
    }

    void title(boolean equal, boolean contained) {
        titles++;
        titlesEqual += equal ? 1 : 0;
        titlesContained += contained ? 1 : 0;
    }

    void author(Shown shown) {
        authors.count(shown);
    }

    void date(Shown shown) {
        dates.count(shown);
    }

    /** A page that has no date: a date found is wrong, none is no merit. */
    void undated(boolean found) {
        if (found) {
            dates.count(Shown.WRONG);
        }
    }

    void language(boolean right) {
        languages++;
        languagesRight += right ? 1 : 0;
    }

    Map<String, Object> figures() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (bodies > 0) {
            double precision = EvalCommand.share(bodyPrecision, bodies);
            double recall = EvalCommand.share(bodyRecall, bodies);
            json.put("body", prf(bodies, precision, recall, EvalCommand.share(bodyF1, bodies)));
        }
        if (wantedFound + wantedMissed > 0) {
            double precision = EvalCommand.share(wantedFound, wantedFound + unwantedFound);
            double recall = EvalCommand.share(wantedFound, wantedFound + wantedMissed);
            double f1 = EvalCommand.share(harmonicMean(precision, recall), 1);
            json.put("segments", prf(wantedFound + wantedMissed, precision, recall, f1));
        }
        if (titles > 0) {
            Map<String, Object> title = new LinkedHashMap<>();
            title.put("n", titles);
            title.put("exact", EvalCommand.share(titlesEqual, titles));
            title.put("containment", EvalCommand.share(titlesContained, titles));
            json.put("title", title);
        }
        json.put("author", authors.figures());
        json.put("date", dates.figures());
        Map<String, Object> language = new LinkedHashMap<>();
        language.put("n", languages);
        language.put("accuracy", EvalCommand.share(languagesRight, languages));
        json.put("language", language);
        return json;
    }

    private static Map<String, Object> prf(int n, double precision, double recall, double f1) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", n);
        json.put("p", precision);
        json.put("r", recall);
        json.put("f1", f1);
        return json;
    }

    private static double harmonicMean(double a, double b) {
        return a + b == 0 ? 0 : 2 * a * b / (a + b);
    }

    /** Shares of common shingles; of texts with fewer words than a shingle has, whether they are equal. */
    static Overlap overlap(String expected, String found) {
        Set<List<String>> wanted = shingles(expected);
        Set<List<String>> got = shingles(found);
        if (wanted.isEmpty() || got.isEmpty()) {
            double equal = wanted.equals(got) ? 1 : 0;
            return new Overlap(equal, equal);
        }
        double common = got.stream().filter(wanted::contains).count();
        return new Overlap(common / got.size(), common / wanted.size());
    }

    private static Set<List<String>> shingles(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return Set.of();
        }
        Set<List<String>> shingles = new HashSet<>();
        for (int i = 0; i <= Math.max(0, words.size() - SHINGLE); i++) {
            shingles.add(words.subList(i, Math.min(i + SHINGLE, words.size())));
        }
        return shingles;
    }

    /** Runs of letters and digits in lowercase. */
    static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String beginning(String text, int wordCount) {
        return words(text).stream().limit(wordCount).collect(Collectors.joining(" "));
    }

    static String collapsed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    static String folded(String text) {
        return collapsed(text).toLowerCase(Locale.ROOT);
    }
}
