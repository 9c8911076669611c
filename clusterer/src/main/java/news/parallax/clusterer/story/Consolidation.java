package news.parallax.clusterer.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at stories again with all their articles at hand, which the stream had to place one by one: clusters the articles
 * of neighboring stories anew and says what has to change. Changes nothing itself.
 */
final class Consolidation {

    /** Articles of those that go which are compared for telling why. */
    private static final int REASON_SAMPLE = 8;

    private final StoryWindow window;
    private final SameStoryModel model;
    private final AssignmentRules rules;
    private final Placements placements;

    Consolidation(StoryWindow window, SameStoryModel model, AssignmentRules rules, Placements placements) {
        this.window = window;
        this.model = model;
        this.rules = rules;
        this.placements = placements;
    }

    /** Returns what has to change in the given stories and their neighbors, in an order in which it can be done. */
    List<StoryChange> changes(Collection<String> touchedStoryIds) {
        return new Neighborhoods(window, model, rules)
                .around(touchedStoryIds).stream()
                        .flatMap(stories -> regroup(stories).stream())
                        .toList();
    }

    private List<StoryChange> regroup(List<OpenStory> stories) {
        List<Member> articles =
                stories.stream().flatMap(story -> story.members().stream()).toList();
        if (articles.size() < 2) {
            return List.of();
        }
        PairProbabilities pairs = new PairComparison(model, rules).of(stories);
        placements.constrain(articles, pairs);
        int[] clusters = AverageLink.clusters(pairs, rules.threshold());
        Map<Integer, List<Member>> parts = new LinkedHashMap<>();
        for (int i = 0; i < clusters.length; i++) {
            parts.computeIfAbsent(clusters[i], _ -> new ArrayList<>()).add(articles.get(i));
        }
        return new Regrouping(List.copyOf(parts.values())).changes();
    }

    /** From parts to changes: which part goes on under which story's id. */
    private final class Regrouping {

        private final List<List<Member>> parts;
        private final List<Overlap> overlaps = new ArrayList<>();
        private final Map<Integer, String> storyIdByPart = new LinkedHashMap<>();

        /** Articles of one story in one part. */
        private record Overlap(int part, String storyId, List<Member> articles) {}

        Regrouping(List<List<Member>> parts) {
            this.parts = parts;
            for (int part = 0; part < parts.size(); part++) {
                Map<String, List<Member>> byStory = new LinkedHashMap<>();
                for (Member article : parts.get(part)) {
                    byStory.computeIfAbsent(article.membership().storyId(), _ -> new ArrayList<>())
                            .add(article);
                }
                int number = part;
                byStory.forEach((storyId, articles) -> overlaps.add(new Overlap(number, storyId, articles)));
            }
            overlaps.sort(Comparator.comparing(
                            (Overlap overlap) -> overlap.articles().stream().noneMatch(placements::isPinned))
                    .thenComparingInt(overlap -> -overlap.articles().size())
                    .thenComparing(Overlap::storyId)
                    .thenComparingInt(Overlap::part));
        }

        /** Ids stay with pinned articles, else with the larger part; what is left without takes a new one. */
        List<StoryChange> changes() {
            Set<String> kept = new LinkedHashSet<>();
            for (Overlap overlap : overlaps) {
                if (!storyIdByPart.containsKey(overlap.part()) && kept.add(overlap.storyId())) {
                    storyIdByPart.put(overlap.part(), overlap.storyId());
                }
            }
            List<StoryChange> splits = new ArrayList<>();
            List<StoryChange> moves = new ArrayList<>();
            List<StoryChange> merges = new ArrayList<>();
            Set<String> merged = new LinkedHashSet<>();
            for (Overlap overlap : overlaps) {
                String target = storyIdByPart.get(overlap.part());
                if (target == null) {
                    splits.add(split(overlap));
                } else if (!target.equals(overlap.storyId())) {
                    // A story whose id no part keeps ends in the part that has most of it.
                    boolean ends = !kept.contains(overlap.storyId()) && merged.add(overlap.storyId());
                    if (ends) {
                        merges.add(new StoryChange.Merged(target, overlap.storyId(), reason(overlap)));
                    } else {
                        moves.add(new StoryChange.Moved(
                                target, overlap.storyId(), ids(overlap.articles()), reason(overlap)));
                    }
                }
            }
            splits.addAll(moves);
            splits.addAll(merges);
            return splits;
        }

        private StoryChange split(Overlap overlap) {
            List<String> leaving = ids(overlap.articles());
            List<String> before = window.story(overlap.storyId())
                    .map(story -> ids(story.members()))
                    .orElseThrow();
            String storyId = StoryId.ofSplit(overlap.storyId(), before, leaving);
            storyIdByPart.put(overlap.part(), storyId);
            return new StoryChange.Split(storyId, overlap.storyId(), leaving, reason(overlap));
        }

        /** How the articles fit where they are and where they go. */
        private String reason(Overlap overlap) {
            Set<Member> going = new LinkedHashSet<>(overlap.articles());
            List<Member> there = parts.get(overlap.part()).stream()
                    .filter(article -> !going.contains(article))
                    .toList();
            List<Member> here = window.story(overlap.storyId())
                    .map(story -> story.members().stream()
                            .filter(article -> !going.contains(article))
                            .toList())
                    .orElse(List.of());
            String reason = "mean probability of one event";
            Optional<Double> withThere = mean(overlap.articles(), there);
            Optional<Double> withHere = mean(overlap.articles(), here);
            return reason
                    + withHere.map(" %.2f with the articles left"::formatted).orElse("")
                    + (withHere.isPresent() && withThere.isPresent() ? "," : "")
                    + withThere.map(" %.2f with the articles joined"::formatted).orElse("");
        }

        private Optional<Double> mean(List<Member> some, List<Member> others) {
            List<Member> sample = OpenStory.sample(some, REASON_SAMPLE);
            List<Member> otherSample = OpenStory.sample(others, rules.comparedMembers());
            var mean = sample.stream()
                    .flatMapToDouble(
                            a -> otherSample.stream().mapToDouble(b -> model.probability(Evidence.between(a, b))))
                    .average();
            return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
        }
    }

    private static List<String> ids(List<Member> articles) {
        return articles.stream().map(Member::id).toList();
    }
}
