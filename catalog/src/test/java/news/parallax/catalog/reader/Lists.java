package news.parallax.catalog.reader;

import static news.parallax.catalog.CatalogService.searches;
import static news.parallax.catalog.CatalogService.sources;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.articleId;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.ListSourcesRequest;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.ListSubjectsRequest;
import news.parallax.catalog.v1.ListSuggestionsRequest;
import news.parallax.catalog.v1.SearchStoriesRequest;
import news.parallax.catalog.v1.Side;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryDetails;
import news.parallax.catalog.v1.StoryFilter;
import news.parallax.catalog.v1.Subject;
import news.parallax.catalog.v1.SubjectKind;
import news.parallax.catalog.v1.SubjectRecord;
import news.parallax.catalog.v1.Suggestion;

/** The lists of the running catalog as a reader sees them, all pages of each; an empty id is anybody's. */
final class Lists {
    static final String ANYBODY = "";

    private Lists() {}

    /** Returns the stories of each page. */
    static List<List<String>> pages(ListStoriesRequest request) {
        List<List<String>> pages = new ArrayList<>();
        var next = request.toBuilder();
        do {
            var page = stories().listStories(next.build());
            pages.add(page.getStoriesList().stream().map(Story::getId).toList());
            next.setPageToken(page.getNextPageToken());
        } while (!next.getPageToken().isEmpty());
        return pages;
    }

    static List<String> listed(String readerId, ListStoriesRequest.Builder request) {
        return pages(request.setReaderId(readerId).setPageSize(200).build()).stream()
                .flatMap(List::stream)
                .toList();
    }

    static List<String> found(String readerId, StoryFilter.Builder filter) {
        return found(SearchStoriesRequest.newBuilder().setReaderId(readerId).setFilter(filter));
    }

    static List<String> found(SearchStoriesRequest.Builder request) {
        List<String> found = new ArrayList<>();
        do {
            var page = searches().searchStories(request.build());
            page.getStoriesList().stream().map(Story::getId).forEach(found::add);
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return found;
    }

    static Story story(String readerId, String id) {
        return stories()
                .getStory(GetStoryRequest.newBuilder()
                        .setStoryId(id)
                        .setReaderId(readerId)
                        .build())
                .getStory();
    }

    /** Returns the outlets of a story's articles. */
    static List<String> outlets(String readerId, String storyId, Side side) {
        return stories()
                .listStoryArticles(ListStoryArticlesRequest.newBuilder()
                        .setStoryId(storyId)
                        .setSide(side)
                        .setReaderId(readerId)
                        .build())
                .getArticlesList()
                .stream()
                .map(article -> article.getSource().getId())
                .toList();
    }

    static List<String> outlets(String readerId, String storyId) {
        return outlets(readerId, storyId, Side.SIDE_UNSPECIFIED);
    }

    static List<Source> sourceList(String readerId, Side side) {
        List<Source> all = new ArrayList<>();
        var request = ListSourcesRequest.newBuilder()
                .setReaderId(readerId)
                .setSide(side)
                .setPageSize(200);
        do {
            var page = sources().listSources(request.build());
            all.addAll(page.getSourcesList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all;
    }

    static List<String> sourceIds(String readerId, Side side) {
        return sourceList(readerId, side).stream().map(Source::getId).toList();
    }

    static List<String> subjects(String readerId) {
        List<String> all = new ArrayList<>();
        var request = ListSubjectsRequest.newBuilder().setReaderId(readerId).setPageSize(200);
        do {
            var page = searches().listSubjects(request.build());
            page.getSubjectsList().stream().map(SubjectRecord::getId).forEach(all::add);
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all;
    }

    /** Returns ids of subjects and sources. */
    static List<String> suggestions(String readerId, String text) {
        return searches()
                .listSuggestions(ListSuggestionsRequest.newBuilder()
                        .setText(text)
                        .setReaderId(readerId)
                        .build())
                .getSuggestionsList()
                .stream()
                .map(Lists::id)
                .toList();
    }

    private static String id(Suggestion suggestion) {
        return suggestion.hasSubject()
                ? suggestion.getSubject().getId()
                : suggestion.getSource().getId();
    }

    /** Returns the details of a story about things that one of its articles names. */
    static StoryDetails about(String url, String... names) {
        var details = StoryDetails.newBuilder();
        Stream.of(names)
                .map(name -> Subject.newBuilder()
                        .setText(name)
                        .setKind(SubjectKind.SUBJECT_KIND_NAME)
                        .setOutletCount(1)
                        .setArticleId(articleId(url)))
                .forEach(details::addSubjects);
        return details.build();
    }
}
