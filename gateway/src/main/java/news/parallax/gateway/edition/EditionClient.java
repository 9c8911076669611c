package news.parallax.gateway.edition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import news.parallax.catalog.v1.ListSourcesRequest;
import news.parallax.catalog.v1.ListSourcesResponse;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.SourceServiceGrpc.SourceServiceBlockingStub;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.page.Names;

/** Counts the catalog's sources by country and language, and remembers the counts for a while. */
@Singleton
public class EditionClient {
    private static final int SOURCES_PER_PAGE = 200;
    private static final String ALL = "all";

    private final SourceServiceBlockingStub sources;
    private final CatalogCalls calls;
    private final Cache<String, EditionListView> counted;

    EditionClient(@GrpcClient("catalog") SourceServiceBlockingStub sources, CatalogCalls calls, GatewayConfig config) {
        this.sources = sources;
        this.calls = calls;
        this.counted = Caffeine.newBuilder()
                .expireAfterWrite(config.editions().duration())
                .build();
    }

    /** Returns the editions, those with most outlets first. */
    public EditionListView list() {
        EditionListView known = counted.getIfPresent(ALL);
        if (known != null) {
            return known;
        }
        EditionListView now = count();
        counted.put(ALL, now);
        return now;
    }

    private EditionListView count() {
        Map<String, Integer> countries = new TreeMap<>();
        Map<String, Integer> languages = new TreeMap<>();
        String token = "";
        do {
            var request = ListSourcesRequest.newBuilder()
                    .setPageSize(SOURCES_PER_PAGE)
                    .setPageToken(token)
                    .build();
            ListSourcesResponse page = calls.read(sources, stub -> stub.listSources(request));
            for (Source source : page.getSourcesList()) {
                countries.merge(source.getCountry(), 1, Integer::sum);
                languages.merge(Locale.forLanguageTag(source.getLanguage()).getLanguage(), 1, Integer::sum);
            }
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return new EditionListView(
                editions(countries, code -> Names.country(code, Locale.ENGLISH)),
                editions(languages, tag -> Names.language(tag, Locale.ENGLISH)));
    }

    private static List<EditionView> editions(Map<String, Integer> counts, UnaryOperator<String> name) {
        return counts.entrySet().stream()
                .filter(count -> !count.getKey().isEmpty())
                .map(count -> new EditionView(count.getKey(), name.apply(count.getKey()), count.getValue()))
                .sorted(Comparator.comparing(EditionView::sourceCount)
                        .reversed()
                        .thenComparing(EditionView::code))
                .toList();
    }
}
