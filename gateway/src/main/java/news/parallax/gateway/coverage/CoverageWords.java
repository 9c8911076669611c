package news.parallax.gateway.coverage;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of splits, gaps and charts. */
@MessageBundle("coverage")
public interface CoverageWords {
    @Message("No rated sources")
    String noRatedSources();

    @Message("{percent}% of the sources are {where}")
    String largest(int percent, String where);

    @Message("{percent}% are {where}")
    String also(int percent, String where);

    @Message("{side} {percent}%")
    String sideShare(String side, int percent);

    @Message("only {percent}% of the sources lean left")
    String gapLeft(int percent);

    @Message("only {percent}% of the sources lean right")
    String gapRight(int percent);

    @Message("Gap: {what}")
    String gap(String what);

    @Message("Coverage gap: {what}, {other}% the other way.")
    String gapNote(String what, int other);

    @Message("By which rule?")
    String whichRule();

    @Message(
            "This story has a coverage gap: at least {rated} sources are rated, one side has at most {percent}% of them, left and right are at least {points} points apart, and {factual} {#if factual == 1}source of high factuality reports{#else}sources of high factuality report{/if} it.")
    String gapRule(int rated, int percent, int points, int factual);

    @Message("It has one among independent reports too.")
    String gapIndependent();

    @Message("Among independent reports alone it has none.")
    String gapNotIndependent();

    @Message("{rated} of {total} {#if total == 1}source is{#else}sources are{/if} rated")
    String ratedOf(int rated, int total);

    @Message("{n} {#if n == 1}source has a report of its own{#else}sources have a report of their own{/if}")
    String ownReports(int n);

    @Message("Independent reports")
    String independent();

    @Message("Why these numbers?")
    String whyNumbers();

    @Message("Each source counts once, however many articles it has here.")
    String eachOnce();

    @Message(
            "Percents are of the {n} rated {#if n == 1}source{#else}sources{/if}; left and right are rounded, center is the rest.")
    String percentsOf(int n);

    @Message("Unrated sources are in no percent.")
    String unratedNone();

    @Message("{side}: {n} of {rated}, {percent}%")
    String sideOf(String side, int n, int rated, int percent);

    @Message("{side}: {n}")
    String sideOnly(String side, int n);

    @Message("(copies only)")
    String copiesOnly();

    @Message("None")
    String none();

    @Message("A source’s page shows who rated it, when, and where.")
    String sourcePage();

    @Message("Share")
    String share();

    @Message("Sources")
    String sources();

    @Message("{n} {#if n == 1}source{#else}sources{/if}")
    String sourceCount(int n);

    @Message("{n} independent")
    String independentCount(int n);

    @Message("Where it is covered")
    String world();

    @Message("{n} {#if n == 1}country{#else}countries{/if}")
    String countries(int n);

    @Message("One square for each country, roughly where it is; the stronger its color, the more outlets.")
    String worldRule();

    @Message("Country")
    String country();

    @Message("Not known")
    String unplaced();
}
