package news.parallax.gateway.search;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.v1.ListSuggestionsRequest;
import news.parallax.catalog.v1.SearchServiceGrpc.SearchServiceBlockingStub;
import news.parallax.catalog.v1.Suggestion;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.rating.RatingMessages;
import news.parallax.gateway.subject.SubjectLabel;
import news.parallax.gateway.subject.SubjectMessages;

/** Asks the catalog what a few letters may be the beginning of; what the reader muted is left out. */
@Singleton
class SuggestionClient {
    private final SearchServiceBlockingStub searches;
    private final CatalogCalls calls;
    private final Visit visit;

    SuggestionClient(@GrpcClient("catalog") SearchServiceBlockingStub searches, CatalogCalls calls, Visit visit) {
        this.searches = searches;
        this.calls = calls;
        this.visit = visit;
    }

    /** Returns at most so many subjects of these kinds, all if none is named, and at most so many outlets. */
    SuggestionListView list(String text, List<SubjectLabel> kinds, boolean subjectsOnly, int limit) {
        var request = ListSuggestionsRequest.newBuilder()
                .setText(text)
                .addAllKinds(kinds.stream().map(SubjectMessages::toProto).toList())
                .setSubjectsOnly(subjectsOnly)
                .setLimit(limit)
                .setReaderId(visit.reader().id())
                .build();
        return new SuggestionListView(
                calls.read(searches, stub -> stub.listSuggestions(request)).getSuggestionsList().stream()
                        .map(SuggestionClient::toView)
                        .toList(),
                Map.of());
    }

    private static SuggestionView toView(Suggestion suggestion) {
        return new SuggestionView(
                suggestion.hasSubject() ? SubjectMessages.toView(suggestion.getSubject()) : null,
                suggestion.hasSource() ? RatingMessages.toSummary(suggestion.getSource()) : null);
    }
}
