package news.parallax.catalog.transfer;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.source.PageAddress;
import news.parallax.catalog.source.SourceEntity;
import news.parallax.catalog.source.SourceRepository;
import news.parallax.catalog.source.SourceResolver;

/**
 * Finds the source that a table of a rater means: by its domain, which adds it if need be; else by its name, and by the
 * address of a page of it.
 */
@Singleton
class OutletNames {
    private static final Pattern NEWS_SECTION = Pattern.compile("(?i)\\s*\\((online )?news\\)$");

    private final SourceRepository sources;
    private final SourceResolver resolver;

    OutletNames(SourceRepository sources, SourceResolver resolver) {
        this.sources = sources;
        this.resolver = resolver;
    }

    /**
     * What a row says of an outlet; empty what it does not.
     *
     * @param domain host, host with path, or URL
     * @param page a page of the outlet, or the rater's own
     */
    record Outlet(String name, String domain, String page) {}

    /** Returns the id of its source; SOURCE_NOT_FOUND or SOURCE_AMBIGUOUS if there is not one. */
    String sourceId(Outlet outlet, String raterHost) {
        if (!outlet.domain().isEmpty()) {
            String url = outlet.domain().contains("://") ? outlet.domain() : "https://" + outlet.domain();
            var page = new SourceResolver.Page("", PageAddress.ofUrl(url), outlet.name());
            return resolver.resolve(List.of(page)).values().iterator().next().id;
        }
        return byName(outlet.name())
                .or(() -> byPage(outlet.page(), raterHost))
                .orElseThrow(() -> refusal("SOURCE_NOT_FOUND", "There is no source called %s", outlet.name()));
    }

    private Optional<String> byName(String name) {
        List<SourceEntity> named = sources.byName(name);
        if (named.isEmpty()) {
            named = sources.byName(NEWS_SECTION.matcher(name).replaceFirst(""));
        }
        if (named.size() > 1) {
            throw refusal("SOURCE_AMBIGUOUS", "There are several sources called %s; give the domain", name);
        }
        return named.stream().findFirst().map(source -> source.id);
    }

    private Optional<String> byPage(String page, String raterHost) {
        if (page.isEmpty()) {
            return Optional.empty();
        }
        PageAddress address = PageAddress.ofUrl(page);
        return address.host().suffixes().contains(raterHost)
                ? Optional.empty()
                : resolver.find(address).map(source -> source.id);
    }

    private static Invalid refusal(String reason, String message, String name) {
        return new Invalid(reason, message.formatted(name), Map.of("name", name));
    }
}
