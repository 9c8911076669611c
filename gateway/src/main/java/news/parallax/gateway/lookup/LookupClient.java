package news.parallax.gateway.lookup;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.v1.GetSourceRequest;
import news.parallax.catalog.v1.LookupArticleRequest;
import news.parallax.catalog.v1.LookupSourceRequest;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.SourceServiceGrpc.SourceServiceBlockingStub;
import news.parallax.catalog.v1.StoryArticle;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.source.SourceMessages;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryMessages;

/** Asks the catalog about pages of the web. */
@Singleton
public class LookupClient {
    private final StoryServiceBlockingStub articles;
    private final SourceServiceBlockingStub sources;
    private final StoryClient stories;
    private final CatalogCalls calls;
    private final Visit visit;

    LookupClient(
            @GrpcClient("catalog") StoryServiceBlockingStub articles,
            @GrpcClient("catalog") SourceServiceBlockingStub sources,
            StoryClient stories,
            CatalogCalls calls,
            Visit visit) {
        this.articles = articles;
        this.sources = sources;
        this.stories = stories;
        this.calls = calls;
        this.visit = visit;
    }

    /** Returns what is known of a page: SOURCE_NOT_FOUND if not even its outlet is, URL_INVALID if it is no page. */
    public LookupView lookup(String url) {
        var asked = LookupSourceRequest.newBuilder().setUrl(url).build();
        Optional<StoryArticle> member = article(url);
        String sourceId = member.map(found -> found.getSource().getId())
                .orElseGet(() -> calls.read(sources, stub -> stub.lookupSource(asked))
                        .getSource()
                        .getId());
        Source source = source(sourceId);
        return new LookupView(
                url,
                SourceMessages.toView(source),
                member.map(found -> StoryMessages.toView(
                                found.toBuilder().setSource(source).build()))
                        .orElse(null),
                member.map(found -> stories.get(found.getMembership().getStoryId()))
                        .orElse(null),
                Map.of());
    }

    private Optional<StoryArticle> article(String url) {
        return new PageUrl(url)
                .candidates().stream()
                        .flatMap(candidate -> {
                            var request = LookupArticleRequest.newBuilder()
                                    .setUrl(candidate)
                                    .build();
                            return calls
                                    .find(
                                            articles,
                                            stub -> stub.lookupArticle(request).getArticle())
                                    .stream();
                        })
                        .findFirst();
    }

    private Source source(String id) {
        var request = GetSourceRequest.newBuilder()
                .setSourceId(id)
                .setReaderId(visit.reader().id())
                .build();
        return calls.read(sources, stub -> stub.getSource(request)).getSource();
    }
}
