package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.catalog.article.ArticleRepository;
import news.parallax.catalog.article.ArticleTitleEntity;
import news.parallax.catalog.coverage.GapRule;
import news.parallax.catalog.story.StoryListRepository.Headline;
import news.parallax.catalog.story.StoryRepository.Citation;
import news.parallax.catalog.story.StoryRepository.Member;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryArticle;
import news.parallax.catalog.v1.StoryDetails;
import news.parallax.catalog.viewer.Viewer;

/** Rows of stories and of their articles on the wire, with what other rows add to them. */
@Singleton
public class StoredStoryMessages {
    private final StoryRepository stories;
    private final StoryListRepository lists;
    private final ArticleRepository articles;
    private final GapRule gapRule;

    StoredStoryMessages(
            StoryRepository stories, StoryListRepository lists, ArticleRepository articles, GapRule gapRule) {
        this.stories = stories;
        this.lists = lists;
        this.articles = articles;
        this.gapRule = gapRule;
    }

    /** Returns what only the page of a story shows, without what cites sources that the reader muted. */
    Optional<StoryDetails> details(String storyId, Viewer viewer) {
        return Optional.ofNullable(stories.details(List.of(storyId)).get(storyId))
                .map(stored -> {
                    StoryDetails details = StoryDetailsMessages.parse(stored.details);
                    List<Citation> citations = stories.citations(StoryCitationMessages.cited(details)).values().stream()
                            .filter(citation -> !viewer.mutesSource(citation.sourceId()))
                            .toList();
                    return identified(StoryCitationMessages.toProto(details, storyId, citations), storyId);
                });
    }

    private StoryDetails identified(StoryDetails details, String storyId) {
        Map<String, String> ids = stories.subjectIds(storyId);
        var identified = details.toBuilder();
        identified
                .getSubjectsBuilderList()
                .forEach(subject -> subject.setSubjectId(ids.getOrDefault(subject.getText(), "")));
        return identified.build();
    }

    /** Returns stories in the order of their ids, without details; those that are gone meanwhile are left out. */
    public List<Story> ofIds(List<String> ids, Viewer viewer) {
        Map<String, StoryEntity> rows = stories.byIds(ids);
        return toProto(ids.stream().map(rows::get).filter(Objects::nonNull).toList(), viewer);
    }

    List<Story> toProto(List<StoryEntity> rows) {
        return toProto(rows, Viewer.ANYBODY);
    }

    /** Returns stories as a reader sees them, who rates sources otherwise and does not read all of them. */
    List<Story> toProto(List<StoryEntity> rows, Viewer viewer) {
        Map<String, Citation> citations = stories.citations(rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.ofNullable(row.titleArticleId),
                        row.summary.stream().map(StoryEntity.Point::articleId)))
                .toList());
        Map<String, Headline> headlines = headlinesInstead(rows, citations, viewer);
        return rows.stream()
                .map(row -> StoryMessages.without(
                        viewer.mutedSources(),
                        StoryMessages.toProto(
                                row,
                                CoverageMessages.toProto(viewer.count(row.coverageSources), row.coverageTime, gapRule),
                                citations),
                        Optional.ofNullable(headlines.get(row.id))))
                .toList();
    }

    private Map<String, Headline> headlinesInstead(
            List<StoryEntity> rows, Map<String, Citation> citations, Viewer viewer) {
        List<String> muted = rows.stream()
                .filter(row -> Optional.ofNullable(row.titleArticleId)
                        .map(citations::get)
                        .filter(citation -> viewer.mutesSource(citation.sourceId()))
                        .isPresent())
                .map(row -> row.id)
                .toList();
        return muted.isEmpty() ? Map.of() : lists.headlinesOfOthers(muted, viewer.mutedSources());
    }

    List<StoryArticle> toArticles(List<Member> members, Viewer viewer) {
        List<String> ids = members.stream().map(member -> member.article().id).toList();
        Map<String, Integer> copies = stories.copyCounts(ids);
        Map<String, List<ArticleTitleEntity>> earlierTitles = articles.earlierTitles(ids);
        return members.stream()
                .map(member -> StoryMessages.toProto(
                        member,
                        viewer,
                        copies.getOrDefault(member.article().id, 0),
                        earlierTitles.getOrDefault(member.article().id, List.of())))
                .toList();
    }
}
