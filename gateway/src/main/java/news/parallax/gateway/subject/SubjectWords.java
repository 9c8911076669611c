package news.parallax.gateway.subject;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of topics, names and places. */
@MessageBundle("subject")
public interface SubjectWords {
    @Message("Topics")
    String heading();

    @Message("What stories are about, by the number of stories.")
    String about();

    @Message("Kinds")
    String kinds();

    @Message
    String kind(SubjectLabel kind);

    @Message
    String one(SubjectLabel kind);

    @Message("{n.grouped} {#if n == 1}story{#else}stories{/if}")
    String stories(int n);

    @Message("Who covers it most")
    String sources();

    @Message("Counted over the latest {n.grouped} {#if n == 1}story{#else}stories{/if} about it.")
    String counted(int n);

    @Message("Latest stories")
    String latest();

    @Message("No story names one yet. They appear here a moment after stories come.")
    String empty();

    @Message("No story about it is here any more.")
    String noStories();

    @Message("More topics")
    String more();

    @Message("All topics")
    String all();
}
