package news.parallax.catalog.source;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Finds the source of a page: the one with the longest domain that matches its host, and of that the longest path. */
@Singleton
public class SourceResolver {
    private static final Logger LOG = Logger.getLogger(SourceResolver.class);

    private final SourceRepository sources;

    SourceResolver(SourceRepository sources) {
        this.sources = sources;
    }

    /**
     * A page whose source is wanted.
     *
     * @param claimedId id or domain of the source as the caller knows it; empty if it does not
     * @param publisher name for the source if it has to be added; empty if not known
     */
    public record Page(String claimedId, PageAddress address, String publisher) {}

    public Optional<SourceEntity> find(PageAddress address) {
        return longestMatch(address, domainsOf(List.of(address.candidates())));
    }

    /** Returns the source of each page; those that are in the catalog under no domain are added, unrated. */
    public Map<Page, SourceEntity> resolve(Collection<Page> pages) {
        Map<String, SourceDomainEntity> known = domainsOf(pages.stream()
                .map(page -> Stream.concat(Stream.of(page.claimedId()), page.address().candidates().stream())
                        .toList())
                .toList());
        Map<Page, SourceEntity> resolved = new HashMap<>();
        for (Page page : pages) {
            SourceEntity source = Optional.ofNullable(known.get(page.claimedId()))
                    .map(domain -> domain.source)
                    .or(() -> longestMatch(page.address(), known))
                    .orElseGet(() -> add(page, known));
            resolved.put(page, source);
        }
        return resolved;
    }

    private static Optional<SourceEntity> longestMatch(PageAddress address, Map<String, SourceDomainEntity> known) {
        HostName host = address.host();
        List<String> itself = List.of(host.name(), host.withoutAccessPrefix().name());
        return address.candidates().stream()
                .map(known::get)
                .filter(domain -> domain != null && (domain.coversSubdomains || itself.contains(domain.host())))
                .findFirst()
                .map(domain -> domain.source);
    }

    private Map<String, SourceDomainEntity> domainsOf(List<List<String>> candidates) {
        List<String> distinct =
                candidates.stream().flatMap(List::stream).distinct().toList();
        return sources.domains(distinct).stream().collect(Collectors.toMap(domain -> domain.domain, domain -> domain));
    }

    private SourceEntity add(Page page, Map<String, SourceDomainEntity> known) {
        String id = page.address().host().withoutAccessPrefix().name();
        var source = new SourceEntity();
        source.id = id;
        source.name = SourceName.of(page.publisher()).orElse(id);
        var domain = new SourceDomainEntity();
        domain.domain = id;
        domain.source = source;
        domain.position = 0;
        domain.coversSubdomains = false;
        source.domains.add(domain);
        sources.persist(source);
        sources.add(domain);
        known.put(id, domain);
        LOG.infof("source added source=%s", id);
        return source;
    }
}
