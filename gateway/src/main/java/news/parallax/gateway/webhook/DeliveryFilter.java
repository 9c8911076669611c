package news.parallax.gateway.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which messages, by what became of them; but for ALL also what became of one. */
public enum DeliveryFilter {
    ALL,
    WAITING,
    DELIVERED,
    DEAD;

    static final Map<String, DeliveryFilter> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(DeliveryFilter::key, Function.identity()));

    /** The lowercase name, for JSON and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
