package news.parallax.gateway.subject;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.v1.GetSubjectRequest;
import news.parallax.catalog.v1.GetSubjectResponse;
import news.parallax.catalog.v1.ListSubjectsRequest;
import news.parallax.catalog.v1.ListSubjectsResponse;
import news.parallax.catalog.v1.SearchServiceGrpc.SearchServiceBlockingStub;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.catalog.Cursors;
import news.parallax.gateway.story.SearchText;
import news.parallax.gateway.story.StoryCriteria;
import news.parallax.gateway.story.StoryListView;
import news.parallax.gateway.story.StoryQuery;
import news.parallax.gateway.story.StorySearchClient;

/** Asks the catalog for subjects; what the reader muted is left out of lists. */
@Singleton
public class SubjectClient {
    private final SearchServiceBlockingStub searches;
    private final StorySearchClient stories;
    private final CatalogCalls calls;
    private final Visit visit;

    SubjectClient(
            @GrpcClient("catalog") SearchServiceBlockingStub searches,
            StorySearchClient stories,
            CatalogCalls calls,
            Visit visit) {
        this.searches = searches;
        this.stories = stories;
        this.calls = calls;
        this.visit = visit;
    }

    /** Returns a page of subjects of these kinds, those with most stories first; of all kinds if none is named. */
    public SubjectListView list(List<SubjectLabel> kinds, int limit, String cursor) {
        var request = ListSubjectsRequest.newBuilder()
                .addAllKinds(kinds.stream().map(SubjectMessages::toProto).toList())
                .setPageSize(limit)
                .setPageToken(cursor)
                .setReaderId(visit.reader().id())
                .build();
        ListSubjectsResponse response = calls.read(searches, stub -> stub.listSubjects(request));
        return new SubjectListView(
                response.getSubjectsList().stream().map(SubjectMessages::toView).toList(),
                Cursors.next(response.getNextPageToken()));
    }

    /** Returns the id of a subject that is named by it, or of a country by its code; NOT_FOUND if there is none. */
    public String idOf(String id) {
        var request = GetSubjectRequest.newBuilder()
                .setSubjectId(id)
                .setReaderId(visit.reader().id())
                .build();
        return calls.read(searches, stub -> stub.getSubject(request))
                .getSubject()
                .getId();
    }

    /** Returns a subject by its id, or a country by its code, with a page of its stories; NOT_FOUND if there is none. */
    public SubjectDetailsView get(String id, int limit, String cursor, boolean latest) {
        var request = GetSubjectRequest.newBuilder()
                .setSubjectId(id)
                .setReaderId(visit.reader().id())
                .build();
        GetSubjectResponse found = calls.read(searches, stub -> stub.getSubject(request));
        String subjectId = found.getSubject().getId();
        StoryListView list = stories.find(
                SearchText.NONE, new StoryQuery(limit, cursor, latest, StoryCriteria.ofSubject(subjectId)));
        return new SubjectDetailsView(
                SubjectMessages.toView(found.getSubject()),
                found.getSourcesList().stream().map(SubjectMessages::toView).toList(),
                found.getCountedStoryCount(),
                list.stories(),
                list.nextCursor(),
                Map.of());
    }
}
