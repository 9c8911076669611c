package news.parallax.gateway.grouping;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the form for wrong groupings. */
@MessageBundle("grouping")
public interface GroupingWords {
    @Message("Report a wrong grouping")
    String heading();

    @Message("What is wrong?")
    String what();

    @Message("This article tells something else:")
    String wrongArticle();

    @Message("Another story tells the same event")
    String sameStory();

    @Message("Something else")
    String other();

    @Message("Address of the other story")
    String otherStory();

    @Message("In your words")
    String text();

    @Message("Send the report")
    String send();

    @Message("Name the other story by its address, or say in your words what is wrong.")
    String missing();

    @Message("An editor looks at it; the report itself changes nothing.")
    String rule();

    @Message("Thank you. An editor will look at it.")
    String thanks();

    @Message("Back to the story")
    String back();
}
