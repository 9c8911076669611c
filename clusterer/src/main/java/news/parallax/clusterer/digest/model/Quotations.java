package news.parallax.clusterer.digest.model;

import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Words in quotation marks, of whatever language. */
final class Quotations {

    private static final Pattern QUOTED = Pattern.compile(
            "„([^“”\"]+)[“”\"]|“([^”\"]+)[”\"]|\"([^\"]+)\"|«([^»]+)»|»([^«]+)«|「([^」]+)」|『([^』]+)』|《([^》]+)》"
                    + "|(?<!\\p{L})[‘‚]([^’‘]+)[’‘](?!\\p{L})");

    private Quotations() {}

    /** Returns what stands between quotation marks. */
    static List<String> in(String text) {
        return QUOTED.matcher(text).results().map(Quotations::inside).toList();
    }

    /** Returns the text with what stands between quotation marks left out. */
    static String without(String text) {
        return QUOTED.matcher(text).replaceAll(" ");
    }

    /** Folds case, and leaves out all but letters and digits: a comma may go into a quotation or out of it. */
    static String comparable(String text) {
        return WordForms.fold(text).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", " ").strip();
    }

    private static String inside(MatchResult quotation) {
        return IntStream.rangeClosed(1, quotation.groupCount())
                .mapToObj(quotation::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
