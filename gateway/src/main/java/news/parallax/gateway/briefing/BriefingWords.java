package news.parallax.gateway.briefing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of the briefing. */
@MessageBundle("briefing")
public interface BriefingWords {
    @Message("Briefing")
    String heading();

    @Message("The stories of the day that most outlets reported on their own, as they stood when it ended.")
    String about();

    @Message("the day is not over")
    String running();

    @Message("The day before")
    String before();

    @Message("The day after")
    String after();

    @Message("No story had news on this day.")
    String none();
}
