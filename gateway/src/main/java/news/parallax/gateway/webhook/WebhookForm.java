package news.parallax.gateway.webhook;

import jakarta.ws.rs.FormParam;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A webhook to make, as somebody fills it in; lists are typed with spaces or commas between. */
public class WebhookForm {
    @FormParam("url")
    @Nullable
    String url;

    @FormParam("name")
    @Nullable
    String name;

    @FormParam("aspect")
    List<String> aspects = List.of();

    @FormParam("gap")
    @Nullable
    String gap;

    @FormParam("sources")
    @Nullable
    String sources;

    @FormParam("subjects")
    @Nullable
    String subjects;

    @FormParam("countries")
    @Nullable
    String countries;

    @FormParam("languages")
    @Nullable
    String languages;

    @FormParam("min-sources")
    @Nullable
    String minSources;

    public String url() {
        return text(url);
    }

    public String name() {
        return text(name);
    }

    public String sources() {
        return text(sources);
    }

    public String subjects() {
        return text(subjects);
    }

    public String countries() {
        return text(countries);
    }

    public String languages() {
        return text(languages);
    }

    public String minSources() {
        return text(minSources);
    }

    public boolean gapOnly() {
        return "yes".equals(gap);
    }

    /** Whether only some aspects were chosen, and this is one of them. */
    public boolean wants(ChangeAspect aspect) {
        return aspects.contains(aspect.key());
    }

    WebhookBody body() {
        return new WebhookBody(
                url(),
                name(),
                new WebhookFilterView(
                        aspects,
                        gapOnly(),
                        list(sources()),
                        list(subjects()),
                        list(countries()),
                        list(languages()),
                        number(minSources())));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    private static List<String> list(String typed) {
        return Arrays.stream(typed.split("[\\s,]+"))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** What is no number is one that the catalog refuses. */
    private static int number(String typed) {
        return typed.isEmpty() ? 0 : typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : -1;
    }
}
