package news.parallax.gateway.page;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Gives every template the language of its request, so that no route can forget it. */
@Singleton
final class Localization {
    private final PageLanguage language;

    Localization(PageLanguage language) {
        this.language = language;
    }

    void localize(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> template.setLocale(current()));
    }

    private Locale current() {
        return Arc.container().requestContext().isActive() ? language.locale() : Locale.ENGLISH;
    }
}
