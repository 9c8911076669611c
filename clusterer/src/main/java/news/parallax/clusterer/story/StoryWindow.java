package news.parallax.clusterer.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import news.parallax.clusterer.text.Term;

/**
 * The articles that arrived last, by story, with an index from their heaviest words and names. Belongs to the one
 * writer.
 */
final class StoryWindow {

    /** Heaviest words, and heaviest names, by which an article is found. */
    private static final int INDEXED_TERMS = 16;

    /** Articles looked at behind one term, the latest: a term of more articles tells nothing. */
    private static final int POSTINGS_READ = 300;

    /** Stories that share words and are worth comparing. */
    private static final int STORIES_BY_TERMS = 24;

    /** Stories of like meaning that are worth comparing. */
    private static final int STORIES_BY_VECTOR = 8;

    private static final Comparator<Near> FARTHEST_FIRST = Comparator.comparingDouble(Near::nearness)
            .thenComparing(near -> near.story().id(), Comparator.reverseOrder());

    private final AssignmentRules rules;
    private final LinkedHashMap<String, Member> members = new LinkedHashMap<>();
    private final LinkedHashMap<String, OpenStory> stories = new LinkedHashMap<>();
    private final Map<Term, List<String>> articlesByTerm = new HashMap<>();

    StoryWindow(AssignmentRules rules) {
        this.rules = rules;
    }

    Optional<Member> member(String articleId) {
        return Optional.ofNullable(members.get(articleId));
    }

    Optional<OpenStory> story(String storyId) {
        return Optional.ofNullable(stories.get(storyId));
    }

    int size() {
        return members.size();
    }

    /** Adds an article to the story that its membership names; the one that arrived first leaves a full window. */
    void add(Member member) {
        while (members.size() >= rules.windowArticles()) {
            remove(members.firstEntry().getValue());
        }
        members.put(member.id(), member);
        String storyId = member.membership().storyId();
        // The latest stories come last, for the search by vector.
        OpenStory story = stories.computeIfAbsent(storyId, OpenStory::new);
        stories.putLast(storyId, story);
        story.add(member);
        index(member);
    }

    /** Puts what is known now in the place of what was. */
    void replace(Member known, Member current) {
        unindex(known);
        members.put(current.id(), current);
        index(current);
        storyOf(known).replace(known, current);
    }

    void remove(Member member) {
        members.remove(member.id());
        unindex(member);
        takeFromStory(member);
    }

    /** Puts an article into another story; it leaves a full window no later for that. */
    void move(Member member, String storyId) {
        takeFromStory(member);
        Member moved = member.with(member.membership().in(storyId));
        members.put(moved.id(), moved);
        stories.computeIfAbsent(storyId, OpenStory::new).add(moved);
    }

    private void takeFromStory(Member member) {
        OpenStory story = storyOf(member);
        story.remove(member);
        if (story.members().isEmpty()) {
            stories.remove(story.id());
        }
    }

    /** Stories that could be the article's: near in time, and sharing heavy words or names or meaning. */
    Collection<OpenStory> candidates(Member member) {
        Set<OpenStory> candidates = new LinkedHashSet<>();
        addStoriesByTerms(member, candidates);
        addStoriesByVector(member, candidates);
        return candidates;
    }

    private OpenStory storyOf(Member member) {
        return story(member.membership().storyId()).orElseThrow();
    }

    private void addStoriesByTerms(Member member, Set<OpenStory> candidates) {
        Map<OpenStory, Double> sharedByStory = new HashMap<>();
        sharedByArticle(member)
                .forEach((articleId, shared) -> member(articleId)
                        .flatMap(other -> story(other.membership().storyId()))
                        .ifPresent(story -> sharedByStory.merge(story, shared, Math::max)));
        sharedByStory.entrySet().stream()
                .filter(entry -> isNear(entry.getKey(), member))
                .sorted(Map.Entry.<OpenStory, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().id()))
                .limit(STORIES_BY_TERMS)
                .forEach(entry -> candidates.add(entry.getKey()));
    }

    /** Each shared term counts by how few articles of the window have it. */
    private Map<String, Double> sharedByArticle(Member member) {
        Map<String, Double> shared = new HashMap<>();
        for (Term term : indexedTerms(member)) {
            List<String> articles = articlesByTerm.getOrDefault(term, List.of());
            double weight = Math.log1p(members.size() / (double) Math.max(1, articles.size()));
            for (String articleId : articles.subList(Math.max(0, articles.size() - POSTINGS_READ), articles.size())) {
                shared.merge(articleId, weight, Double::sum);
            }
        }
        return shared;
    }

    /** Keeps the nearest few while it looks at all: sorting them took most of the time of a large window. */
    private void addStoriesByVector(Member member, Set<OpenStory> candidates) {
        member.vector().ifPresent(vector -> {
            var nearest = new PriorityQueue<>(FARTHEST_FIRST);
            stories.sequencedValues().reversed().stream()
                    .limit(rules.vectorStories())
                    .map(story -> new Near(story, story.nearness(vector)))
                    .filter(near -> near.nearness() > 0)
                    .filter(near ->
                            nearest.size() < STORIES_BY_VECTOR || FARTHEST_FIRST.compare(near, nearest.element()) > 0)
                    .filter(near -> isNear(near.story(), member))
                    .forEach(near -> {
                        nearest.add(near);
                        if (nearest.size() > STORIES_BY_VECTOR) {
                            nearest.remove();
                        }
                    });
            nearest.stream().sorted(FARTHEST_FIRST.reversed()).forEach(near -> candidates.add(near.story()));
        });
    }

    private record Near(OpenStory story, double nearness) {}

    private boolean isNear(OpenStory story, Member member) {
        return story.isNear(member.article().time(), rules.reach());
    }

    private static Set<Term> indexedTerms(Member member) {
        Set<Term> terms = new LinkedHashSet<>(member.terms().heaviest(INDEXED_TERMS));
        terms.addAll(member.names().heaviest(INDEXED_TERMS));
        return terms;
    }

    private void index(Member member) {
        for (Term term : indexedTerms(member)) {
            articlesByTerm.computeIfAbsent(term, _ -> new ArrayList<>(2)).add(member.id());
        }
    }

    private void unindex(Member member) {
        for (Term term : indexedTerms(member)) {
            List<String> articles = articlesByTerm.getOrDefault(term, List.of());
            if (articles.size() <= 1) {
                articlesByTerm.remove(term);
            } else {
                articles.remove(member.id());
            }
        }
    }
}
