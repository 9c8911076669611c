package news.parallax.gateway.embed;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the widget. */
@MessageBundle("embed")
public interface EmbedWords {
    @Message("{#if count == 1}1 source{#else}{count} sources{/if}")
    String sources(int count);

    @Message("Who covers it, on Parallax")
    String more();

    @Message("Embed this story")
    String heading();

    @Message("HTML to copy into a page of yours")
    String code();

    @Message("A frame with the headline and the split, as anybody may see them; without script and cookie.")
    String rule();
}
