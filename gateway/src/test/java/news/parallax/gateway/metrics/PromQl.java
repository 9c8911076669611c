package news.parallax.gateway.metrics;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads names out of expressions of Prometheus. Whether they are well-formed is asked of promtool. */
final class PromQl {
    /** Texts, labels, ranges and the lists of labels after a keyword: whatever names stand there are none of metrics. */
    private static final Pattern ASIDE = Pattern.compile(
            "\"[^\"]*\"|\\{(?:\"[^\"]*\"|[^}\"])*}|\\[[^]]*]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");
    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "bool", "offset", "inf", "nan", "by", "without");

    private PromQl() {}

    static Set<String> metrics(String expression) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(ASIDE.matcher(expression).replaceAll(" "))
                .results()
                .map(found -> found.group())
                .filter(name -> !WORDS.contains(name))
                .forEach(names::add);
        return names;
    }
}
