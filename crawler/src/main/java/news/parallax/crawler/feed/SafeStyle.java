package news.parallax.crawler.feed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps of a style attribute what sets type, colors and distances; nothing that loads, moves over other things or runs. */
final class SafeStyle {

    private static final Set<String> PROPERTIES = words("azimuth background-color border-bottom-color border-collapse"
            + " border-color border-left-color border-right-color border-top-color clear color cursor direction display"
            + " elevation float font font-family font-size font-style font-variant font-weight height letter-spacing"
            + " line-height overflow pause pause-after pause-before pitch pitch-range richness speak speak-header"
            + " speak-numeral speak-punctuation speech-rate stress text-align text-decoration text-indent unicode-bidi"
            + " vertical-align voice-family volume white-space width");

    /** Of these every word of the value is looked at, because they take addresses or large distances. */
    private static final Set<String> FAMILIES = words("background border margin padding");

    private static final Set<String> KEYWORDS =
            words("auto aqua black block blue bold both bottom brown center collapse"
                    + " dashed dotted fuchsia gray green !important italic left lime maroon medium none navy normal nowrap olive"
                    + " pointer purple red right solid silver teal top transparent underline white yellow");

    private static final Pattern SIZE = Pattern.compile("\\d{0,2}\\.?\\d{0,2}(cm|em|ex|in|mm|pc|pt|px|%|,|\\))?");
    private static final Pattern COLOR =
            Pattern.compile("#[0-9a-fA-F]+|rgb\\(\\d+%?,|\\d+%?,|\\d+%?\\)|rgb\\(\\d+%?,\\d+%?,\\d+%?\\)");
    private static final Pattern HARMLESS = Pattern.compile("[\\w\\s:;,.#%!'\"()-]*");
    private static final Pattern CALL = Pattern.compile("(?i)(?<!rgb)\\(|javascript|expression|behaviou?r|binding");

    private SafeStyle() {}

    /** Returns the declarations that are kept, each as "property: value;"; empty if none is. */
    static String of(String style) {
        return Stream.of(style.split(";"))
                .map(declaration -> declaration.split(":", 2))
                .filter(parts ->
                        parts.length == 2 && isSafe(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip()))
                .map(parts -> parts[0].strip() + ": " + parts[1].strip() + ";")
                .collect(Collectors.joining(" "));
    }

    private static boolean isSafe(String property, String value) {
        if (value.isEmpty()
                || !HARMLESS.matcher(value).matches()
                || CALL.matcher(value).find()) {
            return false;
        }
        return PROPERTIES.contains(property)
                || FAMILIES.contains(property.split("-", 2)[0])
                        && Stream.of(value.split("\\s+"))
                                .allMatch(word -> KEYWORDS.contains(word.toLowerCase(Locale.ROOT))
                                        || SIZE.matcher(word).matches()
                                        || COLOR.matcher(word).matches());
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
