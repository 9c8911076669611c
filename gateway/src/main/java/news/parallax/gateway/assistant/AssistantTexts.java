package news.parallax.gateway.assistant;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.parallax.gateway.assistant.CoverageAnswerView.OutletAnswerView;
import news.parallax.gateway.assistant.SourceAnswerView.RatingAnswerView;
import org.jspecify.annotations.Nullable;

/** Answers in words, for assistants that read no structure: each line of what others say ends with who says so. */
final class AssistantTexts {
    private AssistantTexts() {}

    static String of(StoryListAnswerView list) {
        String stories = texts(list.stories());
        String more = list.nextCursor() == null ? "" : "\n\nMore with cursor " + list.nextCursor();
        return list.about() + "\n\n" + (stories.isEmpty() ? "None." : stories) + more;
    }

    static String of(StoryAnswerView story) {
        StringBuilder text = new StringBuilder();
        line(text, "Story " + story.id() + ", " + story.url());
        line(text, "Headline: " + cited(story.headline()));
        story.claims().forEach(claim -> line(text, "- " + cited(claim)));
        line(
                text,
                count(story.articleCount(), "article") + " from " + count(story.sourceCount(), "source")
                        + (story.updated() == null ? "" : ", latest " + story.updated()));
        split(text, story.split());
        if (story.gap() != null) {
            line(text, "Coverage gap: the " + story.gap() + " hardly covers it.");
        }
        locks(text, story.locked());
        return text.toString().strip();
    }

    static String of(CoverageAnswerView coverage) {
        StringBuilder text = new StringBuilder();
        line(text, "Who covers story " + coverage.storyId() + ", " + coverage.url());
        line(
                text,
                count(coverage.sourceCount(), "source") + " (" + coverage.basis() + "), " + coverage.ratedSourceCount()
                        + " rated");
        split(text, coverage.split());
        coverage.outlets().forEach(outlet -> line(text, "- " + outlet(outlet)));
        locks(text, coverage.locked());
        return text.toString().strip();
    }

    static String of(SourceAnswerView source) {
        StringBuilder text = new StringBuilder();
        line(text, source.name() + " (" + source.id() + "), " + source.url());
        rated(text, "Bias", source.bias(), source.biasRatings());
        rated(text, "Factuality", source.factuality(), source.factualityRatings());
        if (source.owners() != null) {
            line(text, "Owners: " + (source.owners().isEmpty() ? "not known" : String.join("; ", source.owners())));
        }
        line(text, count(source.articleCount(), "article") + " in " + count(source.storyCount(), "story"));
        locks(text, source.locked());
        return text.toString().strip();
    }

    static String of(BriefingAnswerView briefing) {
        String day = "News of " + briefing.date() + (briefing.complete() ? "" : ", so far");
        String gaps = briefing.gaps() == null || briefing.gaps().isEmpty()
                ? ""
                : "\n\nCoverage gaps of the day\n\n" + texts(briefing.gaps());
        return day + "\n\n" + (briefing.stories().isEmpty() ? "None." : texts(briefing.stories())) + gaps;
    }

    static String of(LookupAnswerView page) {
        String story = page.story() == null ? "The page is in no story here." : of(page.story());
        String title = page.title() == null ? "" : "\"" + page.title() + "\"\n";
        return page.url() + "\n" + title + "\nIts outlet: " + of(page.source()) + "\n\n" + story;
    }

    private static String texts(List<StoryAnswerView> stories) {
        return stories.stream().map(AssistantTexts::of).collect(Collectors.joining("\n\n"));
    }

    private static String cited(ClaimView claim) {
        String model = claim.writtenByModel() == null ? "" : ", in the words of " + claim.writtenByModel();
        String source = claim.source().isEmpty() ? "" : claim.source() + model + ", ";
        return "\"" + claim.text() + "\" (" + source + claim.articleUrl() + ")";
    }

    private static void split(StringBuilder text, @Nullable SplitAnswerView split) {
        if (split != null) {
            line(
                    text,
                    split.headline() + ": left " + split.left() + ", center " + split.center() + ", right "
                            + split.right() + ", unrated " + split.unrated() + " (" + split.outletsUrl() + ")");
        }
    }

    private static String outlet(OutletAnswerView outlet) {
        String known = (outlet.bias() == null ? "" : ", " + outlet.bias())
                + (outlet.factuality() == null ? "" : ", factuality " + outlet.factuality())
                + (outlet.owners() == null || outlet.owners().isEmpty()
                        ? ""
                        : ", owned by " + String.join("; ", outlet.owners()));
        return outlet.name() + known + (outlet.independent() ? "" : ", copies only") + " (" + outlet.url() + "): "
                + String.join(" ", outlet.articleUrls());
    }

    private static void rated(
            StringBuilder text, String axis, @Nullable String value, @Nullable List<RatingAnswerView> ratings) {
        if (value == null || ratings == null) {
            return;
        }
        line(text, axis + ": " + value);
        ratings.forEach(rating -> line(
                text,
                "- " + rating.value() + " says " + rating.rater()
                        + (rating.date() == null ? "" : " on " + rating.date().substring(0, 10)) + " (" + rating.url()
                        + ")"));
    }

    private static void locks(StringBuilder text, Map<String, String> locked) {
        locked.forEach(
                (capability, plan) -> line(text, "Not shown with this plan: " + capability + " (needs " + plan + ")"));
    }

    private static String count(int count, String what) {
        String many = what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
        return count + " " + (count == 1 ? what : many);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
