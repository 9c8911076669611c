package news.parallax.gateway.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days in the language of the page: {@code {date.inWords}}. */
@TemplateExtension
final class Days {
    private Days() {}

    static String inWords(LocalDate day, @TemplateAttribute("locale") Object locale) {
        Locale language = locale.equals(Locale.ENGLISH) ? Locale.UK : (Locale) locale;
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language)
                .format(day);
    }
}
