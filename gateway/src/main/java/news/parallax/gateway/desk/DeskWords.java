package news.parallax.gateway.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the operators' pages. */
@MessageBundle("desk")
public interface DeskWords {
    @Message("Pages of the desk")
    String pages();

    @Message("Desk")
    String desk();

    @Message("Groupings")
    String groupings();

    @Message("Feeds")
    String feeds();

    @Message("Imports")
    String imports();

    @Message("Readers")
    String readers();

    @Message("{all} feeds, {leased} being fetched, {due} waiting.")
    String feedsNow(int all, int leased, int due);

    @Message("The longest has waited {minutes} min.")
    String overdue(long minutes);

    @Message("Failures")
    String errors();

    @Message("Reports of wrong groupings")
    String reports();

    @Message("It was right")
    String accept();

    @Message("It was not")
    String decline();

    @Message("None is open.")
    String noReports();

    @Message("Jobs")
    String jobs();

    @Message("Job")
    String job();

    @Message("Last run")
    String lastRun();

    @Message("Next")
    String nextRun();

    @Message("Outcome")
    String outcome();

    @Message("Items")
    String items();

    @Message("Audit trail")
    String trail();

    @Message("When")
    String when();

    @Message("Who")
    String who();

    @Message("What")
    String what();

    @Message("Feed")
    String feed();

    @Message("Outlet")
    String outlet();

    @Message("Health")
    String health();

    @Message("More")
    String more();

    @Message(
            "What an editor decides is never undone by the machine. Ids stand in the addresses of stories; an article’s stands behind # in its link on a story’s page.")
    String groupingsRule();

    @Message("Merge stories")
    String merge();

    @Message("Split a story")
    String split();

    @Message("Move articles")
    String move();

    @Message("Story that stays")
    String staysStory();

    @Message("Stories that become part of it")
    String otherStories();

    @Message("Story")
    String story();

    @Message("Articles that become a new story")
    String leaving();

    @Message("Story that receives them")
    String toStory();

    @Message("Articles")
    String moving();

    @Message("Reason, for readers")
    String reason();

    @Message("Changes")
    String changes();

    @Message("Of the story")
    String ofStory();

    @Message("Show")
    String show();

    @Message("undone")
    String undone();

    @Message("{count} {#if count == 1}article{#else}articles{/if}")
    String articles(int count);

    @Message("Undo")
    String undo();

    @Message("Nothing was changed.")
    String noChanges();

    @Message("Paste a table as the catalog writes and reads it; large files go by ./dev import.")
    String importsRule();

    @Message("New")
    String added();

    @Message("Changed")
    String changed();

    @Message("Unchanged")
    String unchanged();

    @Message("Refused")
    String refused();

    @Message("Format")
    String format();

    @Message("Rows")
    String rows();

    @Message("Only tell what would be done")
    String dryRun();

    @Message("Import")
    String send();

    @Message("Id, name or address begins with")
    String beginsWith();

    @Message("Reader")
    String reader();

    @Message("E-mail address")
    String email();

    @Message("Plan")
    String plan();

    @Message("operator")
    String operator();

    @Message("Set")
    String set();
}
