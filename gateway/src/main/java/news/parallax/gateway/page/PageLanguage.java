package news.parallax.gateway.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language that the pages of one request are written in. */
@RequestScoped
public class PageLanguage {
    private @Nullable Locale chosen;

    /** Writes the pages of this request in that language, one of {@link Languages#ALL}. */
    public void choose(Locale locale) {
        chosen = locale;
    }

    /** Writes them in that language if none was chosen: no filter sees a request for an address that is none. */
    public void fallBackOn(Locale locale) {
        if (chosen == null) {
            chosen = locale;
        }
    }

    /** Returns the language; English if none was chosen. */
    public Locale locale() {
        return chosen == null ? Locale.ENGLISH : chosen;
    }

    /** Returns the words of a bundle in the language, for what is not written in a template. */
    public <W> W words(Class<W> bundle) {
        return locale().equals(Locale.ENGLISH)
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(locale().toLanguageTag()));
    }
}
