package news.parallax.gateway.webhook;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of webhooks. */
@MessageBundle("webhook")
public interface WebhookWords {
    @Message("Webhooks")
    String heading();

    @Message(
            "Programs of yours are told what changes: a signed POST of JSON for each change of a story, as Standard Webhooks has it.")
    String what();

    @Message("No messages are sent from here: whoever runs this Parallax has not turned webhooks on.")
    String off();

    @Message("Your plan has no webhooks.")
    String locked();

    @Message("Your webhooks")
    String yours();

    @Message("You have none yet.")
    String none();

    @Message("The secret of {name}, which is shown this once:")
    String newSecret(String name);

    @Message("It signs each message: check the header webhook-signature with it.")
    String secretRule();

    @Message("Active")
    String active();

    @Message("Paused")
    String paused();

    @Message("Pause")
    String pause();

    @Message("Go on")
    String resume();

    @Message("Another secret")
    String rotate();

    @Message("Delete")
    String delete();

    @Message("Its messages go with it, and it is told nothing more.")
    String deleteRule();

    @Message("{#if count == 1}one message waits{#else}{count} messages wait{/if}")
    String waiting(int count);

    @Message("last taken")
    String lastTaken();

    @Message("nothing taken yet")
    String neverTaken();

    @Message("failing since")
    String failingSince();

    @Message("It is told of every change.")
    String everything();

    @Message("Told of")
    String toldOf();

    @Message("only stories with a coverage gap")
    String onlyGaps();

    @Message("Outlets")
    String sources();

    @Message("Topics and places")
    String subjects();

    @Message("Countries of outlets")
    String countries();

    @Message("Languages of articles")
    String languages();

    @Message("At least so many outlets")
    String minSources();

    @Message("Add a webhook")
    String make();

    @Message("Where messages go")
    String url();

    @Message("What to call it")
    String name();

    @Message("Be told less")
    String narrow();

    @Message("Only these changes")
    String aspects();

    @Message(
            "Outlets by domain, topics by the id in the address of their page; several with spaces between. What is left empty is not asked for.")
    String listRule();

    @Message("Messages")
    String messages();

    @Message("None of these. Messages that ended are kept for a week.")
    String noMessages();

    @Message("Story")
    String story();

    @Message("{#if count == 1}sent once{#else}sent {count} times{/if}")
    String attempts(int count);

    @Message("answered {status}")
    String answered(int status);

    @Message("next try")
    String next();

    @Message("Send again")
    String again();

    @Message("Older messages")
    String more();

    @Message
    String messageState(DeliveryFilter state);

    @Message
    String aspect(ChangeAspect aspect);

    @Message
    String pauseReason(PauseReason reason);

    @Message
    String notice(WebhookNotice notice);
}
