package news.parallax.gateway.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;

/** The language that the pages of one request are written in. */
@RequestScoped
public class PageLanguage {
    private Locale locale = Locale.ENGLISH;

    /** Writes the pages of this request in that language, one of {@link Languages#ALL}. */
    public void choose(Locale locale) {
        this.locale = locale;
    }

    /** Returns the language. */
    public Locale locale() {
        return locale;
    }

    /** Returns the words of a bundle in the language, for what is not written in a template. */
    public <W> W words(Class<W> bundle) {
        return locale.equals(Locale.ENGLISH)
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(locale.toLanguageTag()));
    }
}
