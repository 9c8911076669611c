package news.parallax.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.parallax.gateway.Routes.Route;

/** For each route something to ask, with the {@link Edition} behind it: a new route has to be asked for here. */
final class Requests {
    /**
     * Method and path, the address unless it is the path, the body. Braces name what {@link Guests} makes for the reader to
     * whom it belongs.
     */
    private static final Map<String, Request> WRITTEN = """
            GET /.well-known/security.txt
            GET /robots.txt
            GET /opensearch.xml
            GET /sitemap.xml
            GET /sitemaps/pages.xml
            GET /sitemaps/sources.xml
            GET /sitemaps/news.xml
            GET /sitemaps/stories-{day}.xml                    | /sitemaps/stories-2026-10-05.xml
            GET /oembed                                        | /oembed?url=PUBLIC/stories/HUB
            GET /feeds.opml
            GET /sources.opml
            GET /feeds/top.{format}                            | /feeds/top.atom
            GET /feeds/latest.{format}                         | /feeds/latest.json
            GET /feeds/gaps.{format}                           | /feeds/gaps.rss
            GET /feeds/search.{format}                         | /feeds/search.atom?q=cargo
            GET /feeds/sources/{domain}.{format}               | /feeds/sources/harbor.example.rss
            GET /feeds/stories/{id}.{format}                   | /feeds/stories/HUB.json
            GET /feeds/{kind}/{id}.{format}                    | /feeds/places/BE.atom
            GET /feeds/editions/countries/{code}.{format}      | /feeds/editions/countries/be.json
            GET /feeds/editions/languages/{code}.{format}      | /feeds/editions/languages/nl.rss
            GET /stories/{story}/articles/{article}/open       | /stories/HUB/articles/ARTICLE/open
            GET /settings/export
            GET /v1/stream                                     | /v1/stream
            GET /v1/me
            GET /v1/me/export
            GET /v1/me/keys
            GET /v1/me/sessions
            GET /v1/me/follows
            GET /v1/me/mutes
            GET /v1/me/saved
            GET /v1/me/overrides
            GET /v1/me/readings
            GET /v1/me/balance
            GET /v1/me/webhooks
            GET /v1/me/webhooks/{id}                           | /v1/me/webhooks/{webhook}
            GET /v1/me/webhooks/{id}/deliveries                | /v1/me/webhooks/{webhook}/deliveries
            POST /log-in                                       || email={email}&password=no+password+of+anybody
            POST /log-in/key                                   || key={secret}
            POST /sign-up                                      || email={email}&password=correct+horse+battery
            POST /log-out                                      ||
            POST /language                                     || language=de
            POST /stories/{id}/report                          | /stories/{story}/report | fault=other&text=Wrong
            POST /follows                                      || kind=source&id=harbor.example
            POST /follows/remove                               || kind=source&id=harbor.example
            POST /mutes                                        || kind=source&id=harbor.example
            POST /mutes/remove                                 || kind=source&id=harbor.example
            POST /overrides                                    || source=harbor.example&bias=left
            POST /overrides/remove                             || source=harbor.example
            POST /saved                                        || story=FERRY
            POST /saved/remove                                 || story=HUB
            POST /balance/forget                               ||
            POST /settings                                     || name=Somebody&language=de
            POST /settings/password                            || current=no+password+of+anybody&password=correct+horse
            POST /settings/keys                                || name=program&personal=yes
            POST /settings/keys/revoke                         || id={key}
            POST /settings/sessions/end                        || id={session}
            POST /settings/sessions/end-others                 ||
            POST /settings/delete                              || sure=yes
            POST /desk/merge                                   || story={story}&others={other}&reason=one+event
            POST /desk/split                                   || story={story}&articles={article}&reason=two+events
            POST /desk/move                                    || story={story}&articles={article}&reason=that+event
            POST /desk/undo                                    || event={event}&reason=two+events
            POST /desk/reports/settle                          || report={report}&accepted=yes
            POST /desk/readers/plan                            || reader={reader}&plan=pro
            POST /desk/imports                                 || format=sources-csv&rows=id,name%0A&dry=yes
            POST /settings/webhooks                            || url=http://localhost:9/&name=program
            POST /settings/webhooks/secret                     || id={webhook}
            POST /settings/webhooks/pause                      || id={webhook}
            POST /settings/webhooks/resume                     || id={webhook}
            POST /settings/webhooks/delete                     || id={webhook}
            POST /settings/webhooks/retry                      || message={delivery}
            GET /v1/desk/feeds/summary
            GET /v1/desk/feeds
            GET /v1/desk/reports
            GET /v1/desk/jobs
            GET /v1/desk/readers
            GET /v1/desk/audit
            POST /v1/desk/groupings/merge                      || {"storyId": "{story}", "storyIds": ["{other}"], "reason": "one"}
            POST /v1/desk/groupings/split                      || {"storyId": "{story}", "articleIds": ["{article}"], "reason": "two"}
            POST /v1/desk/groupings/move                       || {"storyId": "{story}", "articleIds": ["{article}"], "reason": "that"}
            POST /v1/desk/groupings/undo                       || {"eventId": "{event}", "reason": "two"}
            POST /v1/desk/reports/{id}/settle                  | /v1/desk/reports/{report}/settle | {"accepted": true}
            PATCH /v1/desk/readers/{id}                        | /v1/desk/readers/{reader} | {"plan": "pro"}
            POST /v1/desk/imports                              || {"format": "sources-csv", "rows": "id,name", "dryRun": true}
            PATCH /v1/me                                       || {"name": "Somebody"}
            DELETE /v1/me
            POST /v1/me/keys                                   || {"name": "program", "scope": "personal"}
            DELETE /v1/me/keys/{id}                            | /v1/me/keys/{key}
            DELETE /v1/me/sessions/{id}                        | /v1/me/sessions/{session}
            PUT /v1/me/follows/sources/{domain}                | /v1/me/follows/sources/harbor.example
            DELETE /v1/me/follows/sources/{domain}             | /v1/me/follows/sources/harbor.example
            PUT /v1/me/follows/subjects/{id}                   | /v1/me/follows/subjects/TOPIC
            DELETE /v1/me/follows/subjects/{id}                | /v1/me/follows/subjects/TOPIC
            PUT /v1/me/mutes/sources/{domain}                  | /v1/me/mutes/sources/harbor.example
            DELETE /v1/me/mutes/sources/{domain}               | /v1/me/mutes/sources/harbor.example
            PUT /v1/me/mutes/subjects/{id}                     | /v1/me/mutes/subjects/TOPIC
            DELETE /v1/me/mutes/subjects/{id}                  | /v1/me/mutes/subjects/TOPIC
            PUT /v1/me/mutes/owners/{id}                       | /v1/me/mutes/owners/owner-of-harbor
            DELETE /v1/me/mutes/owners/{id}                    | /v1/me/mutes/owners/owner-of-harbor
            PUT /v1/me/saved/{storyId}                         | /v1/me/saved/FERRY
            DELETE /v1/me/saved/{storyId}                      | /v1/me/saved/HUB
            PUT /v1/me/overrides/{domain}                      | /v1/me/overrides/harbor.example | {"bias": "left"}
            DELETE /v1/me/overrides/{domain}                   | /v1/me/overrides/harbor.example
            POST /v1/me/readings                               || {"storyId": "HUB"}
            DELETE /v1/me/readings
            POST /v1/me/webhooks                               || {"url": "http://localhost:9/", "name": "program"}
            PATCH /v1/me/webhooks/{id}                         | /v1/me/webhooks/{webhook} | {"state": "paused"}
            DELETE /v1/me/webhooks/{id}                        | /v1/me/webhooks/{webhook}
            POST /v1/me/webhooks/{id}/secret                   | /v1/me/webhooks/{webhook}/secret
            POST /v1/me/webhooks/{id}/deliveries/{delivery}/retry
                        | /v1/me/webhooks/{webhook}/deliveries/{delivery}/retry
            POST /mcp                                          || {"jsonrpc": "2.0", "id": 1, "method": "ping"}
            POST /mcp/messages/{id}                            | /mcp/messages/none | {}
            """.replaceAll("\n\\s+\\|", " |")
            .lines()
            .map(line -> line.split("\\|", -1))
            .collect(Collectors.toMap(cells -> cells[0].strip(), Requests::written));

    private final Map<String, String> described;

    private Requests(Map<String, String> described) {
        this.described = described;
    }

    /**
     * One request.
     *
     * @param address path and query
     * @param body form or JSON; empty if there is none
     */
    record Request(String address, String body) {
        Request map(Function<String, String> change) {
            return new Request(change.apply(address), change.apply(body));
        }
    }

    /** With the addresses of those who have a list of their own: the description of the API, and {@link PageList}. */
    static Requests read() {
        return new Requests(Description.read().reading().stream()
                .collect(Collectors.toMap(Description.Operation::path, Description.Operation::address)));
    }

    /** What to ask; fails if nobody has said. */
    Request of(Route route) {
        return Optional.ofNullable(WRITTEN.get(route.toString()))
                .or(() -> Optional.of(route)
                        .filter(Route::reads)
                        .flatMap(it -> Optional.ofNullable(described.get(it.path()))
                                .or(() -> page(it))
                                .or(() -> Optional.of(it.path()).filter(_ -> Routes.OTHERS.contains(it))))
                        .map(address -> new Request(address, "")))
                .orElseThrow(() -> new AssertionError("a request for the route " + route + " is missing in Requests"));
    }

    private static Optional<String> page(Route route) {
        Pattern pattern = Pattern.compile(route.path().replaceAll("\\{\\w+}", "[^/]+"));
        return PageList.ALL.stream()
                .map(PageList.Page::path)
                .filter(path -> pattern.matcher(path.split("\\?")[0]).matches())
                .findFirst();
    }

    private static Request written(String[] cells) {
        String path = cells[0].strip().replaceFirst("\\w+ ", "");
        String address = cells.length > 1 && !cells[1].isBlank() ? cells[1].strip() : path;
        return new Request(named(address), cells.length > 2 ? named(cells[2].strip()) : "");
    }

    private static String named(String text) {
        return text.replace("HUB", Edition.HUB)
                .replace("FERRY", Edition.FERRY)
                .replace("ARTICLE", Edition.articleId("https://harbor.example/hub"));
    }
}
