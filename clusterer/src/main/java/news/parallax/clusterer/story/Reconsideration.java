package news.parallax.clusterer.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows which articles are where they are for other reasons than were told: their story was changed, or it grew around
 * its founder, or a better original of their text has come. Belongs to the one writer.
 */
final class Reconsideration {

    /** Articles looked at together; the stream waits meanwhile. */
    private static final int AT_A_TIME = 50;

    private final StoryWindow window;
    private final SameStoryModel model;
    private final AssignmentRules rules;

    /** Those that wait longest first; at most as many as the window holds. */
    private final LinkedHashSet<String> waiting = new LinkedHashSet<>();

    Reconsideration(StoryWindow window, SameStoryModel model, AssignmentRules rules) {
        this.window = window;
        this.model = model;
        this.rules = rules;
    }

    void add(Collection<String> articleIds) {
        waiting.addAll(articleIds);
        while (waiting.size() > rules.windowArticles()) {
            waiting.removeFirst();
        }
    }

    /**
     * Notes that a story has grown. Its founder had nothing to be compared with when it came; it is told anew as often as
     * the story doubles.
     */
    void addFounder(OpenStory story) {
        int size = story.members().size();
        if (size > 1 && Integer.bitCount(size) == 1) {
            add(List.of(story.members().getFirst().id()));
        }
    }

    /**
     * Notes an article if it has a better claim to be the original of its text than the one that is told: first of all, as
     * it says whose report is independent.
     */
    void addBetterOriginal(Member article) {
        article.membership()
                .copyOf()
                .flatMap(window::member)
                .filter(original -> CopyGroup.isBetter(article, original))
                .ifPresent(_ -> waiting.addFirst(article.id()));
    }

    /**
     * Looks at some articles that wait, and at those whose original is another one therefore; the window knows of these at
     * once.
     */
    List<Reconsidered> next() {
        return lookAt(waiting.stream().limit(AT_A_TIME).toList());
    }

    /** The same for all that wait in some stories. */
    List<Reconsidered> of(Collection<OpenStory> stories) {
        return lookAt(stories.stream()
                .flatMap(story -> story.members().stream())
                .map(Member::id)
                .filter(waiting::contains)
                .toList());
    }

    private List<Reconsidered> lookAt(List<String> due) {
        due.forEach(waiting::remove);
        Map<String, Member> articles = new LinkedHashMap<>();
        for (String id : due) {
            window.member(id).ifPresent(article -> {
                for (Member changed : CopyGroup.around(article, window).changed()) {
                    window.replace(window.member(changed.id()).orElseThrow(), changed);
                    articles.put(changed.id(), changed);
                }
                articles.putIfAbsent(id, article);
            });
        }
        return articles.values().stream().map(this::explain).toList();
    }

    private Reconsidered explain(Member article) {
        OpenStory story = window.story(article.membership().storyId()).orElseThrow();
        List<Link> others = new ArrayList<>();
        for (OpenStory candidate : window.candidates(article)) {
            if (candidate != story) {
                others.add(Link.between(article, candidate, rules.comparedMembers(), model));
            }
        }
        Optional<Link> own = Optional.of(Link.between(article, story, rules.comparedMembers(), model));
        Optional<Link> next = others.stream().max(Link.BY_SIMILARITY);
        return new Reconsidered(
                article.id(), article.membership(), Explanation.of(article, own, next, rules.threshold()));
    }
}
