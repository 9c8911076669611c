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
import news.parallax.catalog.story.StoryRepository.Citation;
import news.parallax.catalog.story.StoryRepository.Member;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryArticle;
import news.parallax.catalog.v1.StoryDetails;

/** Rows of stories and of their articles on the wire, with what other rows add to them. */
@Singleton
public class StoredStoryMessages {
    private final StoryRepository stories;
    private final ArticleRepository articles;
    private final GapRule gapRule;

    StoredStoryMessages(StoryRepository stories, ArticleRepository articles, GapRule gapRule) {
        this.stories = stories;
        this.articles = articles;
        this.gapRule = gapRule;
    }

    Optional<StoryDetails> details(String storyId) {
        return Optional.ofNullable(stories.details(List.of(storyId)).get(storyId))
                .map(stored -> {
                    StoryDetails details = StoryDetailsMessages.parse(stored.details);
                    Map<String, Citation> citations = stories.citations(StoryCitationMessages.cited(details));
                    return identified(StoryCitationMessages.toProto(details, storyId, citations.values()), storyId);
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
    public List<Story> ofIds(List<String> ids) {
        Map<String, StoryEntity> rows = stories.byIds(ids);
        return toProto(ids.stream().map(rows::get).filter(Objects::nonNull).toList());
    }

    List<Story> toProto(List<StoryEntity> rows) {
        Map<String, Citation> citations = stories.citations(rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.ofNullable(row.titleArticleId),
                        row.summary.stream().map(StoryEntity.Point::articleId)))
                .toList());
        return rows.stream()
                .map(row -> StoryMessages.toProto(
                        row, CoverageMessages.toProto(row.coverageSources, row.coverageTime, gapRule), citations))
                .toList();
    }

    List<StoryArticle> toArticles(List<Member> members) {
        List<String> ids = members.stream().map(member -> member.article().id).toList();
        Map<String, Integer> copies = stories.copyCounts(ids);
        Map<String, List<ArticleTitleEntity>> earlierTitles = articles.earlierTitles(ids);
        return members.stream()
                .map(member -> StoryMessages.toProto(
                        member,
                        copies.getOrDefault(member.article().id, 0),
                        earlierTitles.getOrDefault(member.article().id, List.of())))
                .toList();
    }
}
