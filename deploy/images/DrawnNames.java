import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Numbers names that a build draws by chance or by race, in the order in which they first appear. Every name gets another
 * number, in all classes the same, so they name what they named.
 */
final class DrawnNames {
    /** What a recorded build step leaves for another one; its number tells which of the parallel steps came first. */
    private static final Pattern KEY = Pattern.compile("(proxykey)\\d+");

    /** A private field of a proxy by Byte Buddy: drawn at random for each class, and a hash; or as numbered here. */
    static final Pattern FIELD = Pattern.compile("(cachedValue\\$)[A-Za-z0-9]+(\\$[a-z0-9]+)?");

    private final Map<String, String> keys = new HashMap<>();

    /** The class with its names numbered; classes have to come in the same order each time. */
    byte[] numbered(byte[] content) {
        var fields = new HashMap<String, String>();
        UnaryOperator<String> key = numbering(KEY, keys);
        UnaryOperator<String> field = numbering(FIELD, fields);
        return ClassTexts.replaced(content, text -> field.apply(key.apply(text)));
    }

    private static UnaryOperator<String> numbering(Pattern drawn, Map<String, String> numbered) {
        return text -> {
            var name = drawn.matcher(text);
            return name.matches() ? numbered.computeIfAbsent(text, _ -> name.group(1) + (numbered.size() + 1)) : text;
        };
    }
}
