package news.parallax.gateway.story;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import news.parallax.catalog.v1.CountFacetsRequest;
import news.parallax.catalog.v1.SearchOrder;
import news.parallax.catalog.v1.SearchServiceGrpc.SearchServiceBlockingStub;
import news.parallax.catalog.v1.SearchStoriesRequest;
import news.parallax.catalog.v1.SearchStoriesResponse;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.catalog.Cursors;

/** Asks the catalog for stories by words and by all that is known of them; what the reader muted is left out. */
@Singleton
public class StorySearchClient {
    private final SearchServiceBlockingStub searches;
    private final CatalogCalls calls;
    private final Visit visit;

    StorySearchClient(@GrpcClient("catalog") SearchServiceBlockingStub searches, CatalogCalls calls, Visit visit) {
        this.searches = searches;
        this.calls = calls;
        this.visit = visit;
    }

    /** Counts by what the stories that match could be narrowed down. */
    public FacetCounts countFacets(SearchText text, StoryCriteria criteria) {
        var request = CountFacetsRequest.newBuilder()
                .setQuery(text.words())
                .setQueryLanguage(text.language())
                .setFilter(CriteriaMessages.toFilter(criteria))
                .setReaderId(visit.reader().id())
                .build();
        return FacetMessages.toCounts(
                calls.read(searches, stub -> stub.countFacets(request)).getFacetsList());
    }

    /** Returns a page of the stories that match: without words those of the filters, as on the front page. */
    public StoryListView find(SearchText text, StoryQuery query) {
        var request = SearchStoriesRequest.newBuilder()
                .setQuery(text.words())
                .setQueryLanguage(text.language())
                .setFilter(CriteriaMessages.toFilter(query.criteria()))
                .setOrder(query.latest() ? SearchOrder.SEARCH_ORDER_LATEST : SearchOrder.SEARCH_ORDER_RELEVANCE)
                .setPageSize(query.limit())
                .setPageToken(query.cursor())
                .setReaderId(visit.reader().id())
                .build();
        SearchStoriesResponse response = calls.read(searches, stub -> stub.searchStories(request));
        return new StoryListView(
                response.getStoriesList().stream().map(StoryMessages::toView).toList(),
                Cursors.next(response.getNextPageToken()));
    }
}
