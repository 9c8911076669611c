package news.parallax.gateway.source;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of outlets. */
@MessageBundle("source")
public interface SourceWords {
    @Message("Sources")
    String heading();

    @Message("The outlets Parallax reads, by name. Each page shows who rated it, when, and where.")
    String about();

    @Message("Source")
    String source();

    @Message("Bias")
    String bias();

    @Message("Country")
    String country();

    @Message("Language")
    String language();

    @Message("Articles")
    String articles();

    @Message("Stories")
    String stories();

    @Message("No sources yet. They appear here as soon as they are imported, or with their first article.")
    String empty();

    @Message("More sources")
    String more();

    @Message("Factuality")
    String factuality();

    @Message("Ownership")
    String ownership();

    @Message("The mean of these ratings, rounded away from center.")
    String biasRule();

    @Message("Nobody we know has rated it. It counts in totals, and in no percent.")
    String biasNone();

    @Message("The mean of these ratings; halves are rounded down.")
    String factualityRule();

    @Message("Nobody we know has rated it.")
    String factualityNone();

    @Message("Not known.")
    String notKnown();

    @Message(
            "{stories.grouped} {#if stories == 1}story{#else}stories{/if}, {articles.grouped} {#if articles == 1}article{#else}articles{/if}")
    String counts(int stories, int articles);

    @Message("No story here has an article of this source yet.")
    String noStories();

    @Message("owned by")
    String ownedBy();

    @Message("What it covers and leaves out")
    String covers();

    @Message("In the last 30 days")
    String lastDays();

    @Message("That no other outlet tells")
    String alone();

    @Message("Also told by: {side}")
    String withSide(String side);

    @Message("With a coverage gap")
    String withGap();

    @Message("What it writes about")
    String writesAbout();

    @Message("What others tell and it does not")
    String leavesOut();

    @Message("Nothing that stands out.")
    String nothingLeftOut();

    @Message("From {n.grouped} {#if n == 1}story{#else}stories{/if} of other outlets alone. Compared are:")
    String peers(int n);

    @Message("That others tell something is no proof that it had to be told.")
    String noDuty();
}
