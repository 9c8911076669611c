package news.parallax.catalog.source;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import news.parallax.catalog.batch.ImportRun;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.batch.ImportTally.ReadRow;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.batch.RowOutcome;
import news.parallax.catalog.error.CatalogException.Invalid;

/** Stores sources with their domains, and the pages about them. */
@Singleton
public class SourceImport {
    private static final int BATCH = 1_000;

    private final RatedSources named;
    private final SourceRepository sources;
    private final MergedSourceRepository merged;

    SourceImport(RatedSources named, SourceRepository sources, MergedSourceRepository merged) {
        this.named = named;
        this.sources = sources;
        this.merged = merged;
    }

    public void takeSources(List<Row<NewSource>> rows, ImportTally tally, ImportRun run) {
        tally.read(rows).stream().gather(Gatherers.windowFixed(BATCH)).forEach(batch -> {
            Map<String, SourceDomainEntity> held =
                    held(batch.stream().map(ReadRow::content).toList());
            batch.forEach(row -> tally.take(row.row(), () -> take(row.content(), held, run)));
            sources.flush();
        });
    }

    /** Takes all that is said of a source under one kind as all its pages of that kind. */
    public void takeLinks(List<Row<NewLink>> rows, ImportTally tally) {
        named.bySource(tally.read(rows), NewLink::sourceId, tally)
                .forEach((source, all) -> all.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.content().link().kind()))
                        .forEach((kind, ofKind) -> takeLinks(source, kind, ofKind, tally)));
        sources.flush();
    }

    /** Returns the domains that sources of a batch want and that are in the catalog, by key. */
    Map<String, SourceDomainEntity> held(List<NewSource> batch) {
        List<String> keys = batch.stream()
                .flatMap(source -> Stream.concat(
                        Stream.of(source.id()), source.domains().stream().map(SourceDomain::key)))
                .distinct()
                .toList();
        return new HashMap<>(
                sources.domains(keys).stream().collect(Collectors.toMap(domain -> domain.domain, Function.identity())));
    }

    /**
     * Takes one source.
     *
     * @param held domains that are in the catalog; changed with it
     */
    RowOutcome take(NewSource incoming, Map<String, SourceDomainEntity> held, ImportRun run) {
        SourceDomainEntity known = held.get(incoming.id());
        if (known != null && incoming.onlyFills()) {
            return describe(known.source, incoming, run) ? RowOutcome.CHANGED : RowOutcome.UNCHANGED;
        }
        requireFreeDomains(incoming, held);
        if (known == null) {
            var source = new SourceEntity();
            source.id = incoming.id();
            source.name = incoming.id();
            describe(source, incoming, run);
            sources.persist(source);
            setDomains(source, wantedDomains(incoming), held);
            return RowOutcome.ADDED;
        }
        boolean described = describe(known.source, incoming, run);
        boolean named = !incoming.domains().isEmpty() && setDomains(known.source, incoming.domains(), held);
        return described || named ? RowOutcome.CHANGED : RowOutcome.UNCHANGED;
    }

    private static List<SourceDomain> wantedDomains(NewSource incoming) {
        return incoming.domains().isEmpty() ? List.of(SourceDomain.of(incoming.id())) : incoming.domains();
    }

    /** Refuses a source that wants a domain of another: DOMAIN_TAKEN. */
    static void requireFreeDomains(NewSource incoming, Map<String, SourceDomainEntity> held) {
        wantedDomains(incoming).stream()
                .map(domain -> held.get(domain.key()))
                .filter(domain -> domain != null && !domain.source.id.equals(incoming.id()))
                .findFirst()
                .ifPresent(domain -> {
                    throw new Invalid(
                            "DOMAIN_TAKEN",
                            "Domain %s of %s belongs to %s".formatted(domain.domain, incoming.id(), domain.source.id),
                            Map.of(
                                    "domain", domain.domain,
                                    "source_id", incoming.id(),
                                    "other_source_id", domain.source.id));
                });
    }

    private static boolean describe(SourceEntity source, NewSource incoming, ImportRun run) {
        List<Map.Entry<SourceField, String>> news = incoming.stated().entrySet().stream()
                .filter(stated -> !(incoming.onlyFills() && stated.getKey().known(source)))
                .filter(stated -> !stated.getKey().of(source).equals(stated.getValue()))
                .toList();
        news.forEach(stated -> stated.getKey().set(source, stated.getValue()));
        if (news.stream().anyMatch(stated -> stated.getKey().isCounted())) {
            run.changedSources().add(source.id);
        }
        return !news.isEmpty();
    }

    private boolean setDomains(SourceEntity source, List<SourceDomain> stated, Map<String, SourceDomainEntity> held) {
        if (haveDomains(source, stated)) {
            return false;
        }
        List<SourceDomain> wanted = withMergedIds(source, stated);
        if (haveDomains(source, wanted)) {
            return false;
        }
        remove(source, wanted, held);
        Map<String, SourceDomainEntity> kept =
                source.domains.stream().collect(Collectors.toMap(domain -> domain.domain, Function.identity()));
        source.domains.clear();
        for (int position = 0; position < wanted.size(); position++) {
            SourceDomain place = wanted.get(position);
            SourceDomainEntity domain = kept.getOrDefault(place.key(), new SourceDomainEntity());
            domain.domain = place.key();
            domain.source = source;
            domain.position = position;
            domain.coversSubdomains = !place.exact();
            sources.add(domain);
            source.domains.add(domain);
            held.put(place.key(), domain);
        }
        return true;
    }

    private static boolean haveDomains(SourceEntity source, List<SourceDomain> wanted) {
        return source.domains.stream()
                .map(SourceDomainEntity::written)
                .toList()
                .equals(wanted.stream().map(SourceDomain::written).toList());
    }

    /** The ids of sources that were merged into it stand for it for ever, whoever forgets to say so. */
    private List<SourceDomain> withMergedIds(SourceEntity source, List<SourceDomain> stated) {
        Set<String> keys = stated.stream().map(SourceDomain::key).collect(Collectors.toSet());
        List<SourceDomainEntity> unstated = source.domains.stream()
                .filter(domain -> !keys.contains(domain.domain))
                .toList();
        if (unstated.isEmpty()) {
            return stated;
        }
        Set<String> ids = merged.idsInto(source.id);
        return Stream.concat(
                        stated.stream(),
                        unstated.stream()
                                .filter(domain -> ids.contains(domain.domain))
                                .map(domain -> SourceDomain.of(domain.written())))
                .toList();
    }

    private void remove(SourceEntity source, List<SourceDomain> wanted, Map<String, SourceDomainEntity> held) {
        List<String> keys = wanted.stream().map(SourceDomain::key).toList();
        List<SourceDomainEntity> dropped = source.domains.stream()
                .filter(domain -> !keys.contains(domain.domain))
                .toList();
        if (dropped.isEmpty()) {
            return;
        }
        source.domains.removeAll(dropped);
        dropped.forEach(sources::remove);
        sources.flush(); // another source may take them now
        dropped.forEach(domain -> held.remove(domain.domain));
    }

    /** Makes these the pages about the source of their kinds; returns whether they were others. */
    static boolean setLinks(SourceEntity source, List<PageLink> wanted) {
        Set<String> kinds = wanted.stream().map(PageLink::kind).collect(Collectors.toSet());
        boolean dropped = source.links.removeIf(link -> kinds.contains(link.kind()) && !wanted.contains(link));
        return source.links.addAll(wanted) || dropped;
    }

    private static void takeLinks(SourceEntity source, String kind, List<ReadRow<NewLink>> rows, ImportTally tally) {
        boolean replaces = source.links.stream().anyMatch(link -> link.kind().equals(kind));
        for (ReadRow<NewLink> row : rows) {
            tally.take(row.row(), () -> {
                boolean added = source.links.add(row.content().link());
                return !added ? RowOutcome.UNCHANGED : replaces ? RowOutcome.CHANGED : RowOutcome.ADDED;
            });
        }
        List<PageLink> wanted = rows.stream().map(row -> row.content().link()).toList();
        source.links.removeIf(link -> link.kind().equals(kind) && !wanted.contains(link));
    }
}
