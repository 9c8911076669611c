package news.parallax.clusterer.story;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.parallax.clusterer.story.Assignment.Founded;
import news.parallax.clusterer.story.Assignment.Joined;
import news.parallax.clusterer.story.Assignment.Repeated;
import news.parallax.clusterer.story.StoryChange.Merged;
import news.parallax.clusterer.story.StoryChange.Moved;
import news.parallax.clusterer.story.StoryChange.Split;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.text.TermWeights;
import news.parallax.clusterer.text.Vector;

/**
 * Groups the stream into stories: each article joins the story whose articles it is, on average, most probably about one
 * event with, or founds one (online average link, as in topic detection and tracking: Allan et al. 1998). Deterministic:
 * the same stream gives the same stories. Not thread-safe: one writer.
 */
public final class StoryAssigner {

    /** Heaviest terms kept of an article; more change no decision on the tuning data. */
    private static final int TERMS_KEPT = 80;

    private static final int TITLE_TERMS_KEPT = 20;

    private static final int NAMES_KEPT = 40;

    private final AssignmentRules rules;
    private final TermWeights terms;
    private final TermWeights names;
    private final StoryWindow window;
    private final SameStoryModel model;
    private final Placements placements = new Placements();
    private final Reconsideration reconsideration;

    /** Newcomers that may not have been stored. */
    private final Map<String, Document> doubtful = new HashMap<>();

    /** Articles that have come since stories were looked at last, by id, in order of arrival. */
    private final LinkedHashSet<String> newcomers = new LinkedHashSet<>();

    private long arrivals;

    /** With the model that comes with the program. */
    public StoryAssigner(AssignmentRules rules) {
        this(rules, SameStoryModel.shipped());
    }

    public StoryAssigner(AssignmentRules rules, SameStoryModel model) {
        this.rules = rules;
        this.model = model;
        this.terms = new TermWeights(rules.windowArticles());
        this.names = new TermWeights(rules.windowArticles());
        this.window = new StoryWindow(rules);
        this.reconsideration = new Reconsideration(window, model, rules);
    }

    /** Decides where an article belongs and remembers it. */
    public Assignment assign(Document document) {
        return window.member(document.article().id())
                .<Assignment>map(known -> repeat(known, document))
                .orElseGet(() -> place(document));
    }

    /** Remembers an article whose place is known. */
    public void restore(Document document, Membership membership) {
        window.member(document.article().id()).ifPresent(window::remove);
        observe(document);
        Member member = weigh(arrivals++, document, membership);
        window.add(member);
        reconsideration.addBetterOriginal(member);
    }

    /** Takes over where the catalog has an article, if it is remembered. */
    public void place(String articleId, Membership membership) {
        window.member(articleId)
                .filter(member -> !member.membership().equals(membership))
                .ifPresent(member -> window.place(member, membership));
    }

    /** Whether an article is remembered with another title or text than these. */
    public boolean isOutdated(String articleId, String title, String contentHash) {
        return window.member(articleId)
                .filter(member -> isChanged(member, title, contentHash))
                .isPresent();
    }

    private static boolean isChanged(Member known, String title, String contentHash) {
        return !known.article().title().equals(title)
                || !known.article().contentHash().equals(contentHash);
    }

    /** Takes over where editors' decisions have left an article, if it is remembered. */
    public void learn(Placement placement) {
        window.member(placement.articleId()).ifPresent(member -> {
            placements.note(placement);
            if (!member.membership().storyId().equals(placement.storyId())) {
                window.move(member, placement.storyId());
                reconsideration.add(List.of(member.id()));
            }
        });
    }

    /** Moves an article to the story that the catalog says it is in. */
    public void move(String articleId, String storyId) {
        window.member(articleId).ifPresent(member -> window.move(member, storyId));
    }

    /** Whether any articles have come since stories were looked at last. */
    public boolean hasNewcomers() {
        return !newcomers.isEmpty();
    }

    /** Whether so many articles have come that stories should be looked at again. */
    public boolean isConsolidationDue() {
        return newcomers.size() >= rules.consolidationArticles();
    }

    /**
     * Says what has to change in the stories that got articles since this was asked last, and in their neighbors. Copies alone
     * are no reason to look at a story: what they say was there before.
     */
    public List<StoryChange> consolidate() {
        placements.keepOnly(id -> window.member(id).isPresent());
        LinkedHashSet<String> storyIds = new LinkedHashSet<>();
        newcomers.stream()
                .flatMap(id -> window.member(id).stream())
                .map(Member::membership)
                .filter(membership -> membership.copyOf().isEmpty())
                .forEach(membership -> storyIds.addLast(membership.storyId()));
        List<StoryChange> changes = new Consolidation(window, model, rules, placements).changes(storyIds);
        forgetNewcomers();
        return changes;
    }

    /** Returns the stories whose last article is too old for another to join. */
    public List<OpenStory> resting() {
        return window.resting();
    }

    /**
     * Forgets the stories whose last article is too old for another to join: after they were looked at, and at the same
     * place of a window that is read back.
     */
    public void forgetResting() {
        window.forgetResting();
    }

    /** Notes that an article has come since stories were looked at last. */
    public void touch(String articleId) {
        newcomers.add(articleId);
    }

    /** Changes the stories that are remembered; those that went and those that they left are told anew. */
    public void apply(StoryChange change) {
        List<String> going = switch (change) {
            case Merged merged -> articleIds(merged.fromStoryId());
            case Split split -> split.articleIds();
            case Moved moved -> moved.articleIds();
        };
        going.forEach(id -> move(id, change.storyId()));
        reconsideration.add(going);
        reconsiderStory(change.fromStoryId());
    }

    /**
     * Says anew why articles are in their stories, and whose copies they are, if that is not what was told before; some
     * each time.
     */
    public List<Reconsidered> reconsider() {
        return reconsideration.next();
    }

    /** The same for all of some stories, at once. */
    public List<Reconsidered> reconsider(Collection<OpenStory> stories) {
        return reconsideration.of(stories);
    }

    /** Has all articles of a story looked at the next times. */
    public void reconsiderStory(String storyId) {
        reconsideration.add(articleIds(storyId));
    }

    /** Has articles looked at once more, because the catalog could not be told. */
    public void reconsiderLater(List<Reconsidered> articles) {
        reconsideration.add(articles.stream().map(Reconsidered::articleId).toList());
    }

    private List<String> articleIds(String storyId) {
        return story(storyId)
                .map(story -> story.members().stream().map(Member::id).toList())
                .orElse(List.of());
    }

    /** Returns the story of an article if it is remembered. */
    public Optional<String> storyIdOf(String articleId) {
        return window.member(articleId).map(member -> member.membership().storyId());
    }

    /** Notes that stories were looked at since all that is remembered came: what was not is touched again. */
    public void forgetNewcomers() {
        newcomers.clear();
    }

    /** Notes newcomers that may not have been stored. */
    public void doubt(Collection<Document> documents) {
        documents.forEach(document -> doubtful.put(document.article().id(), document));
    }

    /** Forgets all other articles: they were not stored. If they come again, it is as if they had not come before. */
    public void keepOnly(Set<String> articleIds) {
        window.keepOnly(articleIds).stream()
                .flatMap(id -> Optional.ofNullable(doubtful.get(id)).stream())
                .forEach(this::withdraw);
        doubtful.clear();
    }

    /** Forgets a newcomer that was not stored, as if it had not come. */
    public void withdraw(Document newcomer) {
        String id = newcomer.article().id();
        window.member(id).ifPresent(window::remove);
        newcomers.remove(id);
        terms.withdraw(newcomer.terms(), newcomer.article().language());
        names.withdraw(newcomer.names(), "");
    }

    /** Returns the vector of an article if it is remembered and has one: for a copy, its original's. */
    public Optional<Vector> vectorOf(String articleId) {
        return window.member(articleId).flatMap(Member::vector);
    }

    /** Returns the texts that are remembered, for analyzing those that repeat them. */
    public CopyIndex texts() {
        return window.texts();
    }

    /** Returns a story if articles of it are in the window. */
    public Optional<OpenStory> story(String storyId) {
        return window.story(storyId);
    }

    /** Returns the stories that have articles in the window, those with the latest articles last; a view. */
    public Collection<OpenStory> stories() {
        return window.stories();
    }

    /** Returns how many articles are remembered. */
    public int size() {
        return window.size();
    }

    /** Returns what would be kept of an article that has been observed: for comparing it outside the window. */
    public Member read(Document document) {
        return weigh(
                arrivals,
                document,
                Membership.founding(StoryId.of(document.article().id())));
    }

    private Repeated repeat(Member known, Document document) {
        boolean changed =
                isChanged(known, document.article().title(), document.article().contentHash());
        if (changed) {
            window.replace(known, weigh(known.arrival(), document, known.membership()));
        }
        return new Repeated(known.membership(), changed);
    }

    /**
     * A copy belongs where its original is, however many other reports are there, unless nothing else speaks for it: pages
     * of one outlet can have the same text by mistake, such as a request for consent.
     */
    private Assignment place(Document document) {
        observe(document);
        Member read = read(document);
        arrivals++;
        Optional<Copies.Copy> found = Copies.find(read, window);
        // In every run the vector of the original, whether it was here when this one was analyzed or not.
        Member newcomer = found.map(Copies.Copy::article).orElse(read);
        Optional<Copies.Copy> copy =
                found.filter(likely -> link(newcomer, likely.story()).similarity() >= rules.neighborSimilarity());
        List<Link> links =
                copy.map(original -> List.of(link(newcomer, original.story()))).orElseGet(() -> links(newcomer));
        Optional<Link> joined =
                links.stream().findFirst().filter(best -> copy.isPresent() || best.similarity() >= rules.threshold());
        Optional<Link> next = links.stream().skip(joined.isPresent() ? 1 : 0).findFirst();
        Member placed = joined.map(best -> new Membership(best.story().id(), copy.map(Copies.Copy::originalId)))
                .map(newcomer::with)
                .orElse(newcomer);
        remember(placed);
        Explanation explanation = Explanation.of(placed, joined, next, rules.threshold());
        return joined.isPresent()
                ? new Joined(placed.membership(), explanation)
                : new Founded(placed.membership(), explanation);
    }

    private void remember(Member placed) {
        window.add(placed);
        reconsideration.addBetterOriginal(placed);
        story(placed.membership().storyId()).ifPresent(reconsideration::addFounder);
        touch(placed.id());
    }

    /** The best first. */
    private List<Link> links(Member newcomer) {
        return window.candidates(newcomer).stream()
                .map(story -> link(newcomer, story))
                .sorted(Link.BY_SIMILARITY.reversed())
                .toList();
    }

    private Link link(Member newcomer, OpenStory story) {
        return Link.between(newcomer, story, rules.comparedMembers(), model);
    }

    /**
     * Counts an article's terms, by which all are weighed, without remembering the article: for comparing a pair after a
     * stream.
     */
    public void observe(Document document) {
        terms.observe(document.terms(), document.article().language());
        // A name is the same in every language.
        names.observe(document.names(), "");
    }

    private Member weigh(long arrival, Document document, Membership membership) {
        return new Member(
                arrival,
                document.article().withoutBody(),
                terms.weigh(document.titleTerms(), TITLE_TERMS_KEPT),
                terms.weigh(document.terms(), TERMS_KEPT),
                names.weigh(document.names(), NAMES_KEPT),
                document.vector(),
                document.understood(),
                document.wordCount(),
                document.fingerprint(),
                document.agency(),
                document.sentences(),
                membership);
    }
}
