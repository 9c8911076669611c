package news.parallax.catalog.source;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.batch.RowOutcome;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.error.CatalogException.Invalid;
import org.jboss.logging.Logger;

/** Stores sources with their domains and owners. */
@Singleton
public class SourceImport {
    private static final Logger LOG = Logger.getLogger(SourceImport.class);

    private final WriterTurn turn;
    private final SourceRepository sources;
    private final OwnerRepository owners;
    private final Event<SourcesChanged> changes;

    SourceImport(WriterTurn turn, SourceRepository sources, OwnerRepository owners, Event<SourcesChanged> changes) {
        this.turn = turn;
        this.sources = sources;
        this.owners = owners;
        this.changes = changes;
    }

    /**
     * Imports each row that can be read; rows of parent owners are numbered after those of sources.
     *
     * @param rows each gives its source, or throws the reason why it is none
     * @param parentRows likewise, owners that only own owners
     */
    ImportTally importSources(List<Supplier<NewSource>> rows, List<Supplier<OwnerEntity>> parentRows) {
        return turn.take(() -> {
            var tally = new ImportTally();
            Set<String> changed = new TreeSet<>();
            for (int row = 0; row < parentRows.size(); row++) {
                Supplier<OwnerEntity> reader = parentRows.get(row);
                tally.row(rows.size() + row, () -> takeOwner(reader.get(), changed));
            }
            for (int row = 0; row < rows.size(); row++) {
                Supplier<NewSource> reader = rows.get(row);
                tally.row(row, () -> takeSource(reader.get(), changed));
            }
            sources.flush();
            if (!changed.isEmpty()) {
                changes.fire(new SourcesChanged(changed));
            }
            LOG.infof(
                    "sources imported rows=%d refused=%d",
                    rows.size(), tally.refusals().size());
            return tally;
        });
    }

    private RowOutcome takeOwner(OwnerEntity incoming, Set<String> changed) {
        OwnerEntity owner = owners.findById(incoming.id);
        requireParent(incoming);
        if (owner == null) {
            owners.persist(incoming);
            return RowOutcome.ADDED;
        }
        if (owner.sameAs(incoming)) {
            return RowOutcome.UNCHANGED;
        }
        if (owner.category != incoming.category) {
            changed.addAll(sources.idsOwnedBy(owner.id));
        }
        owner.take(incoming);
        return RowOutcome.CHANGED;
    }

    private void requireParent(OwnerEntity owner) {
        String parent = owner.parentOwnerId;
        if (parent != null && owners.findById(parent) == null) {
            throw new Invalid(
                    "PARENT_OWNER_NOT_FOUND",
                    "Owner %s names the parent %s, which is not in the catalog".formatted(owner.id, parent),
                    Map.of("owner_id", owner.id, "parent_owner_id", parent));
        }
    }

    private RowOutcome takeSource(NewSource incoming, Set<String> changed) {
        requireFreeDomains(incoming);
        incoming.owners().forEach(this::requireParent);
        boolean ownersChanged = incoming.owners().stream()
                        .map(owner -> takeOwner(owner, changed))
                        .filter(outcome -> outcome != RowOutcome.UNCHANGED)
                        .count()
                > 0;
        SourceEntity source = sources.findById(incoming.id());
        if (source == null) {
            source = new SourceEntity();
            source.id = incoming.id();
            describe(source, incoming);
            sources.persist(source);
            setDomains(source, incoming.domains());
            setOwners(source, incoming.owners());
            return RowOutcome.ADDED;
        }
        boolean placed = !Objects.equals(source.country, incoming.country())
                || !Objects.equals(source.language, incoming.language());
        boolean described = describe(source, incoming);
        boolean named = setDomains(source, incoming.domains());
        boolean owned = setOwners(source, incoming.owners());
        if (owned || placed) {
            changed.add(source.id);
        }
        return described || named || owned || ownersChanged ? RowOutcome.CHANGED : RowOutcome.UNCHANGED;
    }

    private void requireFreeDomains(NewSource incoming) {
        for (SourceDomainEntity domain :
                sources.domains(incoming.domains().stream().map(HostName::name).toList())) {
            if (!domain.source.id.equals(incoming.id())) {
                throw new Invalid(
                        "DOMAIN_TAKEN",
                        "Domain %s of %s belongs to %s".formatted(domain.domain, incoming.id(), domain.source.id),
                        Map.of(
                                "domain", domain.domain,
                                "source_id", incoming.id(),
                                "other_source_id", domain.source.id));
            }
        }
    }

    private static boolean describe(SourceEntity source, NewSource incoming) {
        boolean same = Objects.equals(source.name, incoming.name())
                && Objects.equals(source.country, incoming.country())
                && Objects.equals(source.language, incoming.language());
        source.name = incoming.name();
        source.country = incoming.country();
        source.language = incoming.language();
        return !same;
    }

    private boolean setDomains(SourceEntity source, List<HostName> wanted) {
        List<String> names = wanted.stream().map(HostName::name).toList();
        boolean same = source.domains.stream().allMatch(domain -> domain.coversSubdomains)
                && source.domains.stream().map(domain -> domain.domain).toList().equals(names);
        if (same) {
            return false;
        }
        Map<String, SourceDomainEntity> known =
                source.domains.stream().collect(Collectors.toMap(domain -> domain.domain, domain -> domain));
        source.domains.stream().filter(domain -> !names.contains(domain.domain)).forEach(sources::remove);
        source.domains.clear();
        for (int position = 0; position < names.size(); position++) {
            SourceDomainEntity domain = known.getOrDefault(names.get(position), new SourceDomainEntity());
            domain.domain = names.get(position);
            domain.source = source;
            domain.position = position;
            domain.coversSubdomains = true;
            sources.add(domain);
            source.domains.add(domain);
        }
        return true;
    }

    private boolean setOwners(SourceEntity source, List<OwnerEntity> wanted) {
        List<String> ids = wanted.stream().map(owner -> owner.id).toList();
        if (source.owners.stream().map(owner -> owner.id).toList().equals(ids)) {
            return false;
        }
        source.owners.clear();
        ids.stream().map(owners::findById).forEach(source.owners::add);
        return true;
    }
}
