package news.parallax.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the frame around every page. */
@MessageBundle("page")
public interface PageWords {
    @Message("Skip to content")
    String skip();

    @Message("Sections")
    String sections();

    @Message("Top")
    String top();

    @Message("Latest")
    String latest();

    @Message("Gaps")
    String gaps();

    @Message("Topics")
    String topics();

    @Message("Sources")
    String sources();

    @Message("Briefing")
    String briefing();

    @Message("Plans")
    String plans();

    @Message("Search stories, topics, outlets")
    String search();

    @Message("Log in")
    String logIn();

    @Message("Language of the pages")
    String language();

    @Message(
            "Parallax groups the reports of one event and shows who covers it. Unrated is not center, and every number opens to "
                    + "what it is made of.")
    String about();

    @Message("Data as JSON")
    String data();

    @Message("Saved")
    String saved();

    @Message("Following")
    String following();

    @Message("My balance")
    String balance();

    @Message("Settings")
    String settings();

    @Message("Yours")
    String yours();
}
