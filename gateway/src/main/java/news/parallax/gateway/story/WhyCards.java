package news.parallax.gateway.story;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.page.ArticleMirror;

/** Tells of every article of a story's page why it is there. */
@Singleton
class WhyCards {
    private final StoryClient stories;
    private final Visit visit;
    private final ArticleMirror mirror;

    WhyCards(StoryClient stories, Visit visit, ArticleMirror mirror) {
        this.stories = stories;
        this.visit = visit;
        this.mirror = mirror;
    }

    /** Returns one for each article on the page of a story, by article. */
    Map<String, WhyCard> of(String storyId, List<ArticleView> articles) {
        List<String> ids = articles.stream().map(ArticleView::id).toList();
        Set<String> onPage = new HashSet<>(ids);
        Map<String, WhyCard> cards = new HashMap<>();
        stories.memberships(ids).stream()
                .map(visit::show)
                .forEach(membership -> cards.put(
                        membership.articleId(), new WhyCard(membership, nearest(membership, onPage), storyId)));
        return cards;
    }

    private List<NearestCard> nearest(ArticleMembershipView membership, Set<String> onPage) {
        ExplanationView explanation = membership.explanation();
        return explanation == null
                ? List.of()
                : explanation.nearest().stream().map(one -> card(one, onPage)).toList();
    }

    private NearestCard card(NearestView nearest, Set<String> onPage) {
        boolean here = onPage.contains(nearest.articleId());
        String href = here ? "#a-" + nearest.articleId() : mirror.hrefOf(Objects.requireNonNullElse(nearest.url(), ""));
        return new NearestCard(nearest, href, here);
    }
}
