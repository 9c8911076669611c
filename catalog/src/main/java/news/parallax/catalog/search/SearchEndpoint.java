package news.parallax.catalog.search;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.search.SubjectRepository.Cover;
import news.parallax.catalog.source.SourceEntity;
import news.parallax.catalog.source.SourceMessages;
import news.parallax.catalog.source.SourceRepository;
import news.parallax.catalog.story.StoredStoryMessages;
import news.parallax.catalog.v1.CountFacetsRequest;
import news.parallax.catalog.v1.CountFacetsResponse;
import news.parallax.catalog.v1.GetSubjectRequest;
import news.parallax.catalog.v1.GetSubjectResponse;
import news.parallax.catalog.v1.ListSubjectsRequest;
import news.parallax.catalog.v1.ListSubjectsResponse;
import news.parallax.catalog.v1.ListSuggestionsRequest;
import news.parallax.catalog.v1.ListSuggestionsResponse;
import news.parallax.catalog.v1.SearchService;
import news.parallax.catalog.v1.SearchStoriesRequest;
import news.parallax.catalog.v1.SearchStoriesResponse;
import news.parallax.catalog.v1.SubjectSource;
import news.parallax.catalog.v1.Suggestion;
import news.parallax.catalog.viewer.Viewer;
import news.parallax.catalog.viewer.ViewerRepository;

/** Searches and subjects, over gRPC. */
@GrpcService
public class SearchEndpoint implements SearchService {
    private static final int SUGGESTIONS_DEFAULT = 10;
    private static final int SUGGESTIONS_MAX = 50;
    private static final int SUGGESTION_CHARACTERS = 100;

    private final Calls calls;
    private final SearchRepository searches;
    private final SubjectRepository subjects;
    private final SourceRepository sources;
    private final StoredStoryMessages stories;
    private final ViewerRepository viewers;
    private final CatalogConfig.Search config;

    SearchEndpoint(
            Calls calls,
            SearchRepository searches,
            SubjectRepository subjects,
            SourceRepository sources,
            StoredStoryMessages stories,
            ViewerRepository viewers,
            CatalogConfig config) {
        this.calls = calls;
        this.searches = searches;
        this.subjects = subjects;
        this.sources = sources;
        this.stories = stories;
        this.viewers = viewers;
        this.config = config.search();
    }

    @Override
    public Uni<SearchStoriesResponse> searchStories(SearchStoriesRequest request) {
        return calls.runInTransaction(() -> {
            SearchQuery query = SearchMessages.toQuery(request, config, sources::idOf);
            Viewer viewer = viewers.of(request.getReaderId());
            var pageRequest = PageRequest.of(request.getPageSize(), request.getPageToken(), 2, "search", query);
            Page<String> page = searches.page(
                    pageRequest, asked(query, request.getReaderId()), viewer, lexemes(query, request.getQuery()));
            return SearchStoriesResponse.newBuilder()
                    .addAllStories(stories.ofIds(page.items(), viewer))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<CountFacetsResponse> countFacets(CountFacetsRequest request) {
        return calls.runInTransaction(() -> {
            SearchQuery query = SearchMessages.toQuery(SearchMessages.toSearch(request), config, sources::idOf);
            return SearchMessages.toProto(searches.countFacets(
                    asked(query, request.getReaderId()),
                    viewers.of(request.getReaderId()),
                    lexemes(query, request.getQuery()),
                    SearchMessages.COUNTED.keySet()));
        });
    }

    private SearchQuery asked(SearchQuery query, String readerId) {
        return query.filter().followedOnly() ? query.of(SearchMessages.followed(readerId, viewers::followed)) : query;
    }

    /** If no word says anything, as in "the who", then each counts as it stands. */
    private String lexemes(SearchQuery query, String typed) {
        if (query.text().isEmpty()) {
            return searches.lexemes(query.text(), query.language());
        }
        return Stream.of(query.text(), query.text().literally())
                .map(text -> searches.lexemes(text, query.language()))
                .filter(lexemes -> !lexemes.isEmpty())
                .findFirst()
                .orElseThrow(() -> SearchMessages.withoutWords(typed));
    }

    @Override
    public Uni<ListSuggestionsResponse> listSuggestions(ListSuggestionsRequest request) {
        return calls.runInTransaction(() -> {
            String text = SearchMessages.clean(request.getText().strip());
            int limit = limit(request);
            Viewer viewer = viewers.of(request.getReaderId());
            var answer = ListSuggestionsResponse.newBuilder();
            if (!text.isEmpty()) {
                subjects.suggest(text, SearchMessages.toKinds(request.getKindsList()), limit, viewer)
                        .forEach(subject -> answer.addSuggestions(
                                Suggestion.newBuilder().setSubject(SearchMessages.toProto(subject))));
                if (!request.getSubjectsOnly()) {
                    sourcesOf(subjects.suggestSources(text, limit, viewer)).stream()
                            .map(source -> SourceMessages.seenBy(viewer, SourceMessages.toProto(source)))
                            .forEach(source -> answer.addSuggestions(
                                    Suggestion.newBuilder().setSource(source)));
                }
            }
            return answer.build();
        });
    }

    private static int limit(ListSuggestionsRequest request) {
        if (request.getLimit() < 0) {
            throw new Invalid(
                    "LIMIT_INVALID",
                    "limit is %d, which is negative".formatted(request.getLimit()),
                    Map.of("limit", String.valueOf(request.getLimit())));
        }
        if (request.getText().length() > SUGGESTION_CHARACTERS) {
            throw SearchMessages.tooMuch(
                    "TEXT_TOO_LONG", "text", request.getText().length(), SUGGESTION_CHARACTERS);
        }
        return request.getLimit() == 0 ? SUGGESTIONS_DEFAULT : Math.min(request.getLimit(), SUGGESTIONS_MAX);
    }

    private List<SourceEntity> sourcesOf(List<String> ids) {
        Map<String, SourceEntity> rows = sources.byIds(ids);
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Uni<GetSubjectResponse> getSubject(GetSubjectRequest request) {
        return calls.runInTransaction(() -> {
            Viewer viewer = viewers.of(request.getReaderId());
            SubjectEntity subject = subjects.requireIdOrCountry(request.getSubjectId());
            List<Cover> covers = subjects.coveringMost(subject.id, viewer);
            Map<String, SourceEntity> rows =
                    sources.byIds(covers.stream().map(Cover::sourceId).toList());
            return GetSubjectResponse.newBuilder()
                    .setSubject(SearchMessages.toProto(subject))
                    .addAllSources(covers.stream()
                            .filter(cover -> rows.containsKey(cover.sourceId()))
                            .map(cover -> SubjectSource.newBuilder()
                                    .setSource(SourceMessages.seenBy(
                                            viewer,
                                            SourceMessages.toProto(Objects.requireNonNull(rows.get(cover.sourceId())))))
                                    .setStoryCount(cover.stories())
                                    .build())
                            .toList())
                    .setCountedStoryCount(
                            covers.stream().findFirst().map(Cover::counted).orElse(0))
                    .build();
        });
    }

    @Override
    public Uni<ListSubjectsResponse> listSubjects(ListSubjectsRequest request) {
        return calls.runInTransaction(() -> {
            Set<SubjectType> kinds = SearchMessages.toKinds(request.getKindsList());
            var pageRequest = PageRequest.of(request.getPageSize(), request.getPageToken(), 2, "subjects", kinds);
            Page<SubjectEntity> page = subjects.page(pageRequest, kinds, viewers.of(request.getReaderId()));
            return ListSubjectsResponse.newBuilder()
                    .addAllSubjects(
                            page.items().stream().map(SearchMessages::toProto).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }
}
