package news.parallax.gateway.page;

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
}
