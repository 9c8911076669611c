package news.parallax.gateway.page;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.util.Locale;

/**
 * Names of languages and countries in the language of the page (CLDR); what has no name is shown as its code. In
 * templates {@code name:country(code)}, {@code name:language(tag)}, {@code name:foreignLanguage(tag)}.
 */
@TemplateExtension(namespace = "name")
public final class Names {
    private Names() {}

    /** Returns the name of a BCP-47 language; empty for an empty one. */
    public static String language(String tag, @TemplateAttribute("locale") Object locale) {
        return tag.isEmpty()
                ? ""
                : display(locale).languageDisplayName(Locale.forLanguageTag(tag).getLanguage());
    }

    /** Returns the name of an ISO 3166-1 alpha-2 country; empty for an empty one. */
    public static String country(String code, @TemplateAttribute("locale") Object locale) {
        return code.isEmpty() ? "" : display(locale).regionDisplayName(code);
    }

    /** Returns the name of a language that readers of the page need named; empty for that of the page. */
    public static String foreignLanguage(String tag, @TemplateAttribute("locale") Object locale) {
        boolean foreign = !Locale.forLanguageTag(tag).getLanguage().equals(((Locale) locale).getLanguage());
        return foreign ? language(tag, locale) : "";
    }

    private static LocaleDisplayNames display(Object locale) {
        return LocaleDisplayNames.getInstance(ULocale.forLocale((Locale) locale));
    }
}
