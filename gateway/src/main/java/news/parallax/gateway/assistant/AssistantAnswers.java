package news.parallax.gateway.assistant;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.assistant.CoverageAnswerView.OutletAnswerView;
import news.parallax.gateway.assistant.SourceAnswerView.RatingAnswerView;
import news.parallax.gateway.briefing.BriefingView;
import news.parallax.gateway.coverage.BiasView;
import news.parallax.gateway.coverage.CoverageSourceView;
import news.parallax.gateway.coverage.CoverageView;
import news.parallax.gateway.coverage.GapView;
import news.parallax.gateway.coverage.SplitView;
import news.parallax.gateway.lookup.LookupView;
import news.parallax.gateway.page.PlainText;
import news.parallax.gateway.page.PublicUrl;
import news.parallax.gateway.rating.OwnerView;
import news.parallax.gateway.source.RatedSourceView;
import news.parallax.gateway.source.RatingView;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryListView;
import news.parallax.gateway.story.StoryView;
import org.jspecify.annotations.Nullable;

/** Makes answers for assistants from views that are cut to what the reader may see, and finds what they cite. */
@Singleton
class AssistantAnswers {
    /** A claim may cite an article of another page; so many of the latest are searched for it. */
    private static final int ARTICLES_SEARCHED = 200;
    /** What an assistant can take in at once. */
    private static final int BRIEFING_STORIES = 10;

    private final StoryClient stories;
    private final Visit visit;
    private final PublicUrl publicUrl;

    AssistantAnswers(StoryClient stories, Visit visit, PublicUrl publicUrl) {
        this.stories = stories;
        this.visit = visit;
        this.publicUrl = publicUrl;
    }

    StoryListAnswerView of(String about, StoryListView list) {
        return new StoryListAnswerView(
                about, list.stories().stream().map(this::of).toList(), list.nextCursor());
    }

    StoryAnswerView of(StoryView story) {
        Citations cited = citations(story.id());
        GapView gap = story.split().gap();
        return new StoryAnswerView(
                story.id(),
                cited.storyUrl(),
                cited.headline(story),
                story.summary().stream().map(cited::claim).toList(),
                story.articleCount(),
                story.split().sourceCount(),
                time(story.publishTime()),
                time(story.updateTime()),
                split(story.split(), cited),
                gap == null ? null : gap.side().key(),
                story.locked());
    }

    CoverageAnswerView of(CoverageView coverage) {
        Citations cited = citations(coverage.storyId());
        return new CoverageAnswerView(
                coverage.storyId(),
                cited.storyUrl(),
                coverage.basis().key(),
                coverage.split().sourceCount(),
                coverage.split().ratedSourceCount(),
                split(coverage.split(), cited),
                coverage.sources().stream().map(source -> outlet(source, cited)).toList(),
                coverage.locked());
    }

    SourceAnswerView of(RatedSourceView source) {
        return new SourceAnswerView(
                source.id(),
                PlainText.of(source.name()),
                publicUrl.of("/sources/" + source.id()),
                source.country(),
                source.language(),
                source.bias() == null ? null : source.bias().key(),
                ratings(source.biasRatings()),
                source.factuality() == null ? null : source.factuality().key(),
                ratings(source.factualityRatings()),
                owners(source.owners()),
                source.articleCount(),
                source.storyCount(),
                source.locked());
    }

    BriefingAnswerView of(BriefingView briefing) {
        return new BriefingAnswerView(
                briefing.date().toString(),
                briefing.complete(),
                told(briefing.stories()),
                briefing.gaps() == null ? null : told(briefing.gaps()),
                briefing.locked());
    }

    LookupAnswerView of(LookupView page) {
        return new LookupAnswerView(
                page.url(),
                page.article() == null ? null : PlainText.of(page.article().title()),
                of(page.source()),
                page.story() == null ? null : of(page.story()));
    }

    private List<StoryAnswerView> told(List<StoryView> some) {
        return some.stream().limit(BRIEFING_STORIES).map(this::of).toList();
    }

    private Citations citations(String storyId) {
        var articles = visit.show(stories.articles(storyId, null, ARTICLES_SEARCHED, ""));
        return new Citations(publicUrl, storyId, articles.articles());
    }

    private static @Nullable SplitAnswerView split(SplitView split, Citations cited) {
        BiasView bias = split.bias();
        return bias == null
                ? null
                : new SplitAnswerView(
                        bias.headline(),
                        bias.left(),
                        bias.center(),
                        bias.right(),
                        bias.unrated(),
                        bias.percent().left(),
                        bias.percent().center(),
                        bias.percent().right(),
                        cited.storyUrl() + "#why");
    }

    private static OutletAnswerView outlet(CoverageSourceView source, Citations cited) {
        return new OutletAnswerView(
                PlainText.of(source.name()),
                cited.sourceUrl(source.id()),
                source.country(),
                source.bias() == null ? null : source.bias().key(),
                source.factuality() == null ? null : source.factuality().key(),
                owners(source.owners()),
                source.independent(),
                source.articleIds().stream()
                        .filter(cited::knows)
                        .map(cited::articleUrl)
                        .toList());
    }

    private static @Nullable List<String> owners(@Nullable List<OwnerView> owners) {
        return owners == null
                ? null
                : owners.stream()
                        .map(owner -> PlainText.of(owner.name()) + " ("
                                + owner.category().key() + ")")
                        .toList();
    }

    private static <L> @Nullable List<RatingAnswerView> ratings(@Nullable List<RatingView<L>> ratings) {
        return ratings == null
                ? null
                : ratings.stream()
                        .map(rating -> new RatingAnswerView(
                                PlainText.of(rating.rater()),
                                rating.text(),
                                time(rating.rateTime()),
                                rating.url().isEmpty() ? rating.raterUrl() : rating.url()))
                        .toList();
    }

    private static @Nullable String time(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
