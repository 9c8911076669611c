package news.parallax.catalog.search;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.source.SourceField;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.ArticleAccess;
import news.parallax.catalog.v1.CountFacetsRequest;
import news.parallax.catalog.v1.CountFacetsResponse;
import news.parallax.catalog.v1.FacetCount;
import news.parallax.catalog.v1.SearchOrder;
import news.parallax.catalog.v1.SearchStoriesRequest;
import news.parallax.catalog.v1.StoryFacet;
import news.parallax.catalog.v1.StoryFilter;
import news.parallax.catalog.v1.SubjectKind;
import news.parallax.catalog.v1.SubjectRecord;
import news.parallax.catalog.viewer.ViewerRepository.Followed;

/** Searches and subjects on the wire. */
public final class SearchMessages {
    private static final int FILTER_LIMIT = 20;
    private static final String SUBJECT_PREFIX = "SUBJECT_KIND_";

    /** What stories are counted by. */
    static final Map<Facet, StoryFacet> COUNTED = new EnumMap<>(Map.of(
            Facet.COUNTRY, StoryFacet.STORY_FACET_COUNTRY,
            Facet.LANGUAGE, StoryFacet.STORY_FACET_LANGUAGE,
            Facet.SIDE, StoryFacet.STORY_FACET_SIDE,
            Facet.KIND, StoryFacet.STORY_FACET_KIND,
            Facet.ACCESS, StoryFacet.STORY_FACET_ACCESS,
            Facet.GAP, StoryFacet.STORY_FACET_GAP));

    private SearchMessages() {}

    /** @param sourceOf returns the id of the source of an id or domain */
    static SearchQuery toQuery(
            SearchStoriesRequest request, CatalogConfig.Search config, UnaryOperator<String> sourceOf) {
        int length = request.getQuery().length();
        if (length > config.queryCharacters()) {
            throw tooMuch("QUERY_TOO_LONG", "query", length, config.queryCharacters());
        }
        SearchText text = SearchText.parse(request.getQuery());
        if (text.terms().size() > config.queryTerms()) {
            throw tooMuch("QUERY_TOO_COMPLEX", "query", text.terms().size(), config.queryTerms());
        }
        if (text.isEmpty() && !request.getQuery().isBlank()) {
            throw withoutWords(request.getQuery());
        }
        return new SearchQuery(
                text,
                request.getQueryLanguage().isEmpty() ? config.language() : request.getQueryLanguage(),
                toFilter(request.getFilter(), sourceOf),
                request.getOrder() == SearchOrder.SEARCH_ORDER_LATEST
                        ? SearchOrdering.LATEST
                        : SearchOrdering.RELEVANCE);
    }

    /** Returns the search whose stories are counted. */
    static SearchStoriesRequest toSearch(CountFacetsRequest request) {
        return SearchStoriesRequest.newBuilder()
                .setQuery(request.getQuery())
                .setQueryLanguage(request.getQueryLanguage())
                .setFilter(request.getFilter())
                .build();
    }

    static CountFacetsResponse toProto(List<SearchRepository.FacetCount> counts) {
        var response = CountFacetsResponse.newBuilder();
        for (SearchRepository.FacetCount count : counts) {
            if (count.facet().isEmpty()) {
                response.setCountedStoryCount(count.storyCount());
            } else {
                response.addFacets(toProto(count));
            }
        }
        return response.build();
    }

    private static FacetCount toProto(SearchRepository.FacetCount count) {
        Map.Entry<Facet, StoryFacet> counted = COUNTED.entrySet().stream()
                .filter(entry -> entry.getKey().wrote(count.facet()))
                .findFirst()
                .orElseThrow();
        return FacetCount.newBuilder()
                .setFacet(counted.getValue())
                .setValue(count.facet().substring(counted.getKey().of("").length()))
                .setStoryCount(count.storyCount())
                .build();
    }

    static Invalid withoutWords(String query) {
        return new Invalid(
                "QUERY_WITHOUT_WORDS", "query has no letters or digits: %s".formatted(query), Map.of("query", query));
    }

    private static SearchFilter toFilter(StoryFilter filter, UnaryOperator<String> sourceOf) {
        List<List<String>> any = new ArrayList<>();
        addFacets(any, Facet.SOURCE, filter.getSourceIdsList(), sourceOf);
        addFacets(any, Facet.SIDE, filter.getSidesList(), side -> value(side, "SIDE_"));
        addFacets(any, Facet.BIAS, filter.getBiasesList(), bias -> value(bias, "BIAS_"));
        addFacets(any, Facet.FACTUALITY, filter.getFactualitiesList(), level -> value(level, "FACTUALITY_"));
        addFacets(
                any,
                Facet.OWNER_CATEGORY,
                filter.getOwnerCategoriesList(),
                category -> value(category, "OWNERSHIP_CATEGORY_"));
        addFacets(any, Facet.COUNTRY, filter.getCountriesList(), code -> code.toUpperCase(Locale.ROOT));
        addFacets(any, Facet.SOURCE_KIND, filter.getSourceKindsList(), kind -> said(SourceField.KIND, kind));
        addFacets(any, Facet.SOURCE_PLACE, filter.getSourcePlacesList(), place -> said(SourceField.PLACE, place));
        addFacets(any, Facet.LANGUAGE, filter.getLanguagesList(), tag -> tag.toLowerCase(Locale.ROOT));
        addFacets(any, Facet.KIND, filter.getKindsList(), kind -> value(kind, "ARTICLE_KIND_"));
        if (filter.getAccess() != ArticleAccess.ARTICLE_ACCESS_UNSPECIFIED) {
            addFacets(any, Facet.ACCESS, List.of(filter.getAccess()), access -> value(access, "ARTICLE_ACCESS_"));
        }
        if (filter.getGapOnly()) {
            any.add(List.of(Facet.GAP.of("YES")));
        }
        checkSize(Facet.SUBJECT, filter.getSubjectIdsCount());
        return new SearchFilter(
                any,
                filter.getSubjectIdsList().stream()
                        .map(id -> Facet.SUBJECT.of(clean(id)))
                        .toList(),
                filter.hasFromTime() ? moment(filter.getFromTime()) : Optional.empty(),
                filter.hasToTime() ? moment(filter.getToTime()) : Optional.empty(),
                filter.getMinSources(),
                filter.getFollowedOnly());
    }

    /** Returns the facets of what a reader follows; refused if none is named. */
    static List<String> followed(String readerId, Function<String, Followed> choices) {
        if (readerId.isEmpty()) {
            throw new Invalid(
                    "READER_REQUIRED", "followed_only asks for a reader_id", Map.of("field", "followed_only"));
        }
        Followed followed = choices.apply(readerId);
        return Stream.concat(
                        followed.sourceIds().stream().map(Facet.SOURCE::of),
                        followed.subjectIds().stream().map(Facet.SUBJECT::of))
                .toList();
    }

    private static <T> void addFacets(List<List<String>> all, Facet facet, List<T> values, Function<T, String> name) {
        checkSize(facet, values.size());
        if (!values.isEmpty()) {
            all.add(values.stream()
                    .map(value -> facet.of(clean(name.apply(value))))
                    .toList());
        }
    }

    /** Returns what a source can be said to be; refused with the name of the field if no source can. */
    private static String said(SourceField field, String value) {
        if (value.isBlank()) {
            throw new Invalid(
                    field + "_INVALID",
                    "A filter by %s names none".formatted(field.name().toLowerCase(Locale.ROOT)),
                    Map.of(field.name().toLowerCase(Locale.ROOT), value));
        }
        return field.check(value.strip());
    }

    private static void checkSize(Facet facet, int count) {
        if (count > FILTER_LIMIT) {
            throw tooMuch("FILTER_TOO_LONG", facet.name().toLowerCase(Locale.ROOT), count, FILTER_LIMIT);
        }
    }

    private static String value(Enum<?> value, String prefix) {
        return value.name().startsWith(prefix) ? value.name().substring(prefix.length()) : value.name();
    }

    private static Optional<Instant> moment(Timestamp time) {
        return Optional.of(TimeMessages.toInstant(time));
    }

    /** Returns the kinds that are asked for: all if none is named. */
    static Set<SubjectType> toKinds(List<SubjectKind> wanted) {
        Set<SubjectType> kinds = EnumSet.noneOf(SubjectType.class);
        wanted.stream().flatMap(kind -> toKind(kind).stream()).forEach(kinds::add);
        return kinds.isEmpty() ? EnumSet.allOf(SubjectType.class) : kinds;
    }

    private static Optional<SubjectType> toKind(SubjectKind kind) {
        return switch (kind) {
            case SUBJECT_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
            default -> Optional.of(SubjectType.valueOf(value(kind, SUBJECT_PREFIX)));
        };
    }

    public static SubjectRecord toProto(SubjectEntity subject) {
        return SubjectRecord.newBuilder()
                .setId(subject.id)
                .setKind(SubjectKind.valueOf(SUBJECT_PREFIX + subject.kind))
                .setName(subject.name)
                .setCountry(subject.country)
                .setStoryCount(subject.storyCount)
                .build();
    }

    static Invalid tooMuch(String reason, String field, int count, int limit) {
        return new Invalid(
                reason,
                "%s has %d, more than %d".formatted(field, count, limit),
                Map.of("field", field, "count", String.valueOf(count), "limit", String.valueOf(limit)));
    }

    static String clean(String text) {
        return text.replace("\0", "");
    }
}
