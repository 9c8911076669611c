package news.parallax.clusterer.digest.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Reads the sentences of an answer, which may stand in a fence of Markdown, or after thoughts and before good wishes. */
final class Answer {

    private static final JsonMapper JSON = new JsonMapper();

    /** The catalog takes three points; some more are read, as some will be dropped. */
    private static final int CLAIMS_MAX = 6;

    /** Brackets at which JSON is tried to be read. */
    private static final int TRIES_MAX = 200;

    private Answer() {}

    /** Returns the sentences in order; none if there is no JSON of the form that was asked for. */
    static List<Claim> claims(String answer) {
        return IntStream.range(0, answer.length())
                .filter(i -> answer.charAt(i) == '{' || answer.charAt(i) == '[')
                .limit(TRIES_MAX)
                .mapToObj(i -> claims(read(answer.substring(i))))
                .filter(claims -> !claims.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    private static List<Claim> claims(JsonNode json) {
        JsonNode points = json.isArray() ? json : json.path("points");
        return StreamSupport.stream(points.spliterator(), false)
                .filter(point -> point.path("text").isTextual())
                .limit(CLAIMS_MAX)
                .map(point -> new Claim(
                        point.path("text").textValue().strip(),
                        point.path("article").asInt()))
                .toList();
    }
}
