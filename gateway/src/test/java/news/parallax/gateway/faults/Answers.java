package news.parallax.gateway.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Compares what a gateway says with the rows. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REDIRECTS = 300;
    private static final int STORIES = 100;

    private final HttpClient http = HttpClient.newHttpClient(); // does not follow redirects
    private final String gateway;
    private final List<String> faults = new ArrayList<>();

    /** @param gateway {@code http://127.0.0.1:8080} */
    Answers(String gateway) {
        this.gateway = gateway;
    }

    List<String> faults() {
        return faults;
    }

    /** The id of each merged story leads to the story that it became part of. */
    Answers redirects(Connection database) throws SQLException, IOException, InterruptedException {
        for (String pair : Invariant.texts(
                database,
                "select story_id || ' ' || target_story_id from story_redirect order by random() limit " + REDIRECTS)) {
            String[] ids = pair.split(" ");
            HttpResponse<String> first = get("/v1/stories/" + ids[0]);
            String place = first.headers().firstValue("Location").orElse("");
            if (first.statusCode() != 301
                    || !place.endsWith(ids[1])
                    || get("/v1/stories/" + ids[1]).statusCode() != 200) {
                faults.add("merged story %s answers %d %s, not 301 to %s"
                        .formatted(ids[0], first.statusCode(), place, ids[1]));
            }
        }
        return this;
    }

    /** Stories tell as many articles and outlets, and as many of each side, as there are. */
    Answers stories(Connection database) throws SQLException, IOException, InterruptedException {
        for (String row : Invariant.texts(database, """
                select concat_ws(' ', m.story_id, count(distinct a.id), count(distinct a.source_id),
                    count(distinct a.source_id) filter (where s.bias like '%%LEFT'),
                    count(distinct a.source_id) filter (where s.bias = 'CENTER'),
                    count(distinct a.source_id) filter (where s.bias like '%%RIGHT'))
                from membership m join article a on a.id = m.article_id join source s on s.id = a.source_id
                group by m.story_id order by count(*) desc limit %d
                """.formatted(STORIES))) {
            String id = row.substring(0, row.indexOf(' '));
            JsonNode story = JSON.readTree(get("/v1/stories/" + id).body());
            String told = "%s %d %d %d %d %d"
                    .formatted(
                            id,
                            story.path("articleCount").asInt(),
                            story.path("sourceCount").asInt(),
                            story.at("/bias/left").asInt(),
                            story.at("/bias/center").asInt(),
                            story.at("/bias/right").asInt());
            if (!told.equals(row)) {
                faults.add("a story tells %s where rows say %s".formatted(told, row));
            }
        }
        return this;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Cookie", "fresh=1") // what comes with a cookie is answered anew
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
