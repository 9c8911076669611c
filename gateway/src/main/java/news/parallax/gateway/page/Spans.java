package news.parallax.gateway.page;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Duration;
import java.util.Locale;

/** Spans of time in the language of the page, in their largest unit: {@code {gap.inWords}}. */
@TemplateExtension
final class Spans {
    private Spans() {}

    /** Minutes under an hour, hours under two days, else days. */
    static String inWords(Duration span, @TemplateAttribute("locale") Object locale) {
        MeasureFormat format = MeasureFormat.getInstance((Locale) locale, FormatWidth.SHORT);
        if (span.toHours() < 1) {
            return format.format(new Measure(span.toMinutes(), MeasureUnit.MINUTE));
        }
        return span.toDays() < 2
                ? format.format(new Measure(span.toHours(), MeasureUnit.HOUR))
                : format.format(new Measure(span.toDays(), MeasureUnit.DAY));
    }
}
