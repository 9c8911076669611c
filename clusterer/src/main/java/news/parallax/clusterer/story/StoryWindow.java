package news.parallax.clusterer.story;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The articles that arrived last, by story, with an index from their heaviest words and names. Belongs to the one
 * writer.
 */
final class StoryWindow {

    /** Stories that share words and are worth comparing. */
    private static final int STORIES_BY_TERMS = 24;

    /** Of these a newcomer is compared with the first few, */
    private static final int STORIES_FOR_NEWCOMER = 4;

    /** and with more only if they share at least this part of what the first one shares. */
    private static final float NEAR_THE_FIRST = 0.6f;

    /** Stories of like meaning that are worth comparing. */
    private static final int STORIES_BY_VECTOR = 8;

    private final AssignmentRules rules;
    private final LinkedHashMap<String, Member> members = new LinkedHashMap<>();
    private final Map<String, OpenStory> stories = new HashMap<>();
    private final TermIndex termIndex = new TermIndex();
    private final MeaningIndex meaningIndex = new MeaningIndex();
    private final CopyIndex texts = new CopyIndex();

    /** News time: that of the latest article so far. */
    private Instant now = Instant.MIN;

    StoryWindow(AssignmentRules rules) {
        this.rules = rules;
    }

    Optional<Member> member(String articleId) {
        return Optional.ofNullable(members.get(articleId));
    }

    Optional<OpenStory> story(String storyId) {
        return Optional.ofNullable(stories.get(storyId));
    }

    Collection<OpenStory> stories() {
        return Collections.unmodifiableCollection(stories.values());
    }

    int size() {
        return members.size();
    }

    CopyIndex texts() {
        return texts;
    }

    /** Articles with the text of this one, edited or not, in stories that are near in time; in order of arrival. */
    List<Member> alike(Member member) {
        return texts.articlesAlike(member.fingerprint()).stream()
                .flatMap(id -> member(id).stream())
                .filter(article -> nearStoryOf(article, member).isPresent())
                .sorted(Comparator.comparingLong(Member::arrival))
                .toList();
    }

    /** Returns the story of an article if it is near to another article in time. */
    Optional<OpenStory> nearStoryOf(Member article, Member other) {
        return story(article.membership().storyId()).filter(story -> isNear(story, other));
    }

    /** Adds an article to the story that its membership names; the one that arrived first leaves a full window. */
    void add(Member member) {
        while (members.size() >= rules.windowArticles()) {
            remove(members.firstEntry().getValue());
        }
        members.put(member.id(), member);
        OpenStory story = addToStory(member);
        termIndex.add(member, story);
        texts.add(member);
        if (member.article().time().isAfter(now)) {
            now = member.article().time();
        }
    }

    /** Puts what is known now in the place of what was. */
    void replace(Member known, Member current) {
        OpenStory story = storyOf(known);
        members.put(current.id(), current);
        story.replace(known, current);
        meaningIndex.put(story);
        termIndex.remove(known);
        termIndex.add(current, story);
        texts.remove(known);
        texts.add(current);
    }

    /** Returns the stories that got nothing newer for as long as the rules say. */
    List<OpenStory> resting() {
        return stories.values().stream()
                .filter(story -> !story.isNear(now, rules.reach()))
                .toList();
    }

    void forgetResting() {
        resting().stream().flatMap(story -> story.members().stream()).toList().forEach(this::remove);
    }

    /** Returns the ids of those that had to go. */
    Set<String> keepOnly(Set<String> articleIds) {
        List<Member> others = members.values().stream()
                .filter(member -> !articleIds.contains(member.id()))
                .toList();
        others.forEach(this::remove);
        now = members.values().stream()
                .map(member -> member.article().time())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return others.stream().map(Member::id).collect(Collectors.toSet());
    }

    void remove(Member member) {
        members.remove(member.id());
        termIndex.remove(member);
        texts.remove(member);
        takeFromStory(member);
    }

    /** Puts an article into another story; it leaves a full window no later for that. */
    void move(Member member, String storyId) {
        place(member, member.membership().in(storyId));
    }

    /** Gives an article another place; it leaves a full window no later for that. */
    void place(Member member, Membership membership) {
        takeFromStory(member);
        Member moved = member.with(membership);
        members.put(moved.id(), moved);
        termIndex.move(moved, addToStory(moved));
    }

    private OpenStory addToStory(Member member) {
        OpenStory story = stories.computeIfAbsent(member.membership().storyId(), OpenStory::new);
        story.add(member);
        meaningIndex.put(story);
        return story;
    }

    private void takeFromStory(Member member) {
        OpenStory story = storyOf(member);
        story.remove(member);
        if (story.members().isEmpty()) {
            stories.remove(story.id());
            meaningIndex.remove(story);
        } else {
            meaningIndex.put(story);
        }
    }

    /** Stories that could be a newcomer's: near in time, and sharing heavy words or names or meaning. */
    Collection<OpenStory> candidates(Member newcomer) {
        return withLikeMeaning(newcomer, byTerms(newcomer).bestAnd(STORIES_FOR_NEWCOMER, NEAR_THE_FIRST));
    }

    /** The same for an article of the window, whose own story shares most: as many as are worth comparing. */
    Collection<OpenStory> neighbors(Member member) {
        return withLikeMeaning(member, byTerms(member).best());
    }

    private Shortlist byTerms(Member member) {
        return termIndex.nearest(member, STORIES_BY_TERMS, story -> isNear(story, member));
    }

    private Collection<OpenStory> withLikeMeaning(Member member, List<OpenStory> stories) {
        Set<OpenStory> all = new LinkedHashSet<>(stories);
        member.vector()
                .ifPresent(vector ->
                        all.addAll(meaningIndex.nearest(vector, STORIES_BY_VECTOR, story -> isNear(story, member))));
        return all;
    }

    private boolean isNear(OpenStory story, Member member) {
        return story.isNear(member.article().time(), rules.reach());
    }

    private OpenStory storyOf(Member member) {
        return story(member.membership().storyId()).orElseThrow();
    }
}
