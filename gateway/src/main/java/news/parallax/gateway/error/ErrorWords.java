package news.parallax.gateway.error;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of error pages: what happened, and what to do next. */
@MessageBundle("error")
public interface ErrorWords {
    @Message("Not in this paper")
    String notHere();

    @Message("The address may be mistyped, or the story may never have been here. The front page has today’s.")
    String notHereNext();

    @Message("This address is not understood")
    String notUnderstood();

    @Message("Take the number or word at fault out of the address, or start from the front page.")
    String notUnderstoodNext();

    @Message("This key is not known")
    String keyUnknown();

    @Message("Check the key, or read on without one.")
    String keyUnknownNext();

    @Message("Not with this plan")
    String locked();

    @Message("The plans page says what each plan shows.")
    String lockedNext();

    @Message("Not followed")
    String refused();

    @Message("Go back to the page of ours that has the form, and send it from there.")
    String refusedNext();

    @Message("Back in a moment")
    String soon();

    @Message("Nothing is lost. Try again in a few seconds.")
    String soonNext();

    @Message("Something went wrong")
    String wrong();

    @Message("Go back to the front page, or try again in a minute.")
    String wrongNext();

    @Message("Front page")
    String frontPage();

    @Message("This story is part of another one now")
    String moved();

    @Message("Your browser goes there by itself.")
    String movedNext();

    @Message("Too much at once")
    String tooMany();

    @Message("Wait a little, then try again.")
    String tooManyNext();
}
