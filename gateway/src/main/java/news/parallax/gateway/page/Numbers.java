package news.parallax.gateway.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers with their digits grouped as the language of the page does it: {@code {count.grouped}}, in messages too. */
@TemplateExtension
final class Numbers {
    private Numbers() {}

    static String grouped(int number, @TemplateAttribute("locale") Object locale) {
        return NumberFormat.getIntegerInstance((Locale) locale).format(number);
    }

    static String grouped(long number, @TemplateAttribute("locale") Object locale) {
        return NumberFormat.getIntegerInstance((Locale) locale).format(number);
    }

    /** At most three digits after the point. */
    static String decimal(double number, @TemplateAttribute("locale") Object locale) {
        return NumberFormat.getNumberInstance((Locale) locale).format(number);
    }
}
