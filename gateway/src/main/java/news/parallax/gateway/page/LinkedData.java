package news.parallax.gateway.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things as schema.org describes them, written as JSON-LD. */
public final class LinkedData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LinkedData() {}

    /** Returns a thing: names and values in turn; an empty text is left out. */
    public static Map<String, Object> thing(String type, Object... properties) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        for (int i = 0; i < properties.length; i += 2) {
            Object value = properties[i + 1];
            if (!value.equals("")) {
                thing.put((String) properties[i], value instanceof String text ? PlainText.of(text) : value);
            }
        }
        return thing;
    }

    /** Returns a list in the order given. */
    public static Map<String, Object> list(List<Map<String, Object>> things) {
        List<Map<String, Object>> places = new ArrayList<>();
        for (Map<String, Object> thing : things) {
            places.add(thing("ListItem", "position", places.size() + 1, "item", thing));
        }
        return thing("ItemList", "itemListElement", places);
    }

    /** Returns the way to a page: names and addresses in turn, the front page first. */
    public static Map<String, Object> way(String... steps) {
        List<Map<String, Object>> places = new ArrayList<>();
        for (int i = 0; i < steps.length; i += 2) {
            places.add(thing("ListItem", "position", places.size() + 1, "name", steps[i], "item", steps[i + 1]));
        }
        return thing("BreadcrumbList", "itemListElement", places);
    }

    /** Returns things as JSON-LD that cannot end the script element it stands in, nor begin a comment there. */
    public static String write(List<Map<String, Object>> things) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", "https://schema.org");
        document.put("@graph", things);
        try {
            // these stand in strings alone, where JSON takes them escaped
            return JSON.writeValueAsString(document)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
