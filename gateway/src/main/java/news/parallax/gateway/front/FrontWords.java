package news.parallax.gateway.front;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the front page and its sisters. */
@MessageBundle("front")
public interface FrontWords {
    @Message("Top stories")
    String top();

    @Message("Latest stories")
    String latest();

    @Message("By their newest report or correction.")
    String latestRule();

    @Message("Coverage gaps")
    String gaps();

    @Message("Stories that one side hardly covers while the other side does. Each story says by which rule.")
    String gapsRule();

    @Message("No story has a coverage gap right now.")
    String noGaps();

    @Message("Go to the top stories")
    String toTop();

    @Message(
            "No stories yet. They appear here as soon as the first articles have been gathered and grouped, usually within a minute.")
    String empty();

    @Message("See the sources")
    String seeSources();

    @Message("More stories")
    String more();

    @Message(
            "{articles.grouped} {#if articles == 1}article{#else}articles{/if} in {stories.grouped} {#if stories == 1}story{#else}stories{/if}, from {sources.grouped} {#if sources == 1}source{#else}sources{/if} and {feeds.grouped} {#if feeds == 1}feed{#else}feeds{/if}")
    String totals(long articles, long stories, long sources, long feeds);

    @Message(
            "A story is here if at least {rated} of its sources are rated, one side has at most {percent}% of them, left and right are at least {points} points apart, and at least {factual} {#if factual == 1}source of high factuality reports{#else}sources of high factuality report{/if} it. All sources count; each story says whether it holds among independent reports too.")
    String gapRule(int rated, int percent, int points, int factual);
}
