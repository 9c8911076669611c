package news.parallax.gateway.edition;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of editions. */
@MessageBundle("edition")
public interface EditionWords {
    @Message("Editions")
    String heading();

    @Message("The paper by the country of outlets, or by the language of articles.")
    String about();

    @Message("By country")
    String countries();

    @Message("By language")
    String languages();

    @Message("None yet")
    String none();

    @Message("Stories told by an outlet of the country, the weightiest first.")
    String ofCountry();

    @Message("Stories with an article in the language, the weightiest first.")
    String ofLanguage();

    @Message("No story is told here yet.")
    String noStories();

    @Message("All editions")
    String all();
}
