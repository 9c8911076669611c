package news.parallax.gateway.account;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages on which readers sign up and enter. */
@MessageBundle("account")
public interface AccountWords {
    @Message("Log in")
    String logIn();

    @Message("E-mail address")
    String email();

    @Message("Password")
    String password();

    @Message("At least 10 characters; a few words do well.")
    String passwordRule();

    @Message("Name")
    String name();

    @Message("How the pages greet you; may be empty.")
    String nameRule();

    @Message("Sign up")
    String signUp();

    @Message("New here?")
    String newHere();

    @Message("You have an account already?")
    String haveAccount();

    @Message(
            "With an account you follow topics and outlets, mute what you do not want, save stories and see how what you read splits.")
    String why();

    @Message("Enter with a key")
    String keyHeading();

    @Message("API key")
    String key();

    @Message(
            "Whoever runs this Parallax can give out keys. The key itself is not kept in this browser, only a session.")
    String keyRule();

    @Message("Use this key")
    String useKey();

    @Message("Log in with {provider}")
    String provider(String provider);

    @Message("Signing up is closed here. Whoever runs this Parallax can add you.")
    String closed();

    @Message("You are logged in as {name}.")
    String inside(String name);

    @Message("Log out")
    String logOut();

    @Message
    String refusal(EntryRefusal refusal);
}
