package news.parallax.catalog.source;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.parallax.catalog.batch.ImportRun;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.batch.ImportTally.ReadRow;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.batch.RowOutcome;
import news.parallax.catalog.error.CatalogException.Invalid;

/** Stores owners, and who owns which source. */
@Singleton
public class OwnerImport {
    private final RatedSources named;
    private final SourceRepository sources;
    private final OwnerRepository owners;

    OwnerImport(RatedSources named, SourceRepository sources, OwnerRepository owners) {
        this.named = named;
        this.sources = sources;
        this.owners = owners;
    }

    /** Takes parents first, in whatever order they come. */
    public void takeOwners(List<Row<NewOwner>> rows, ImportTally tally, ImportRun run) {
        List<ReadRow<NewOwner>> read = tally.read(rows);
        Map<String, OwnerEntity> incoming = new HashMap<>();
        read.forEach(row -> incoming.put(row.content().owner().id, row.content().owner()));
        read.stream()
                .sorted(Comparator.comparingInt(row -> depth(row.content().owner(), incoming)))
                .forEach(row -> tally.take(row.row(), () -> take(row.content(), run)));
        owners.flush();
    }

    /** Takes all that is said of a source as all its owners; the others end. */
    public void takeOwnerships(List<Row<NewOwnership>> rows, ImportTally tally, ImportRun run) {
        named.bySource(tally.read(rows), NewOwnership::sourceId, tally)
                .forEach((source, group) -> take(source, group, tally, run));
        sources.flush();
    }

    /** Makes these the owners of the source; returns whether they were others. */
    boolean setOwners(SourceEntity source, List<Ownership> wanted, ImportRun run) {
        if (source.owners.equals(wanted)) {
            return false;
        }
        source.owners.clear();
        source.owners.addAll(wanted);
        run.changedSources().add(source.id);
        return true;
    }

    /** Returns the ownership; OWNER_NOT_FOUND if nobody told of the owner. */
    Ownership toOwnership(NewOwnership incoming) {
        OwnerEntity owner = owners.findById(incoming.ownerId());
        if (owner == null) {
            throw new Invalid(
                    "OWNER_NOT_FOUND",
                    "There is no owner %s".formatted(incoming.ownerId()),
                    Map.of("owner_id", incoming.ownerId()));
        }
        return new Ownership(owner, incoming.sharePercent().orElse(null), incoming.since());
    }

    RowOutcome take(NewOwner row, ImportRun run) {
        OwnerEntity incoming = row.owner();
        OwnerEntity owner = owners.findById(incoming.id);
        requireParent(incoming);
        if (owner == null) {
            owners.persist(incoming);
            return RowOutcome.ADDED;
        }
        if (row.onlyFills() || owner.sameAs(incoming)) {
            return RowOutcome.UNCHANGED;
        }
        if (owner.category != incoming.category) {
            run.changedSources().addAll(sources.idsOwnedBy(owner.id));
        }
        owner.take(incoming);
        return RowOutcome.CHANGED;
    }

    void requireParent(OwnerEntity owner) {
        String ancestor = owner.parentOwnerId;
        while (ancestor != null) {
            OwnerEntity known = owners.findById(ancestor);
            if (known == null) {
                throw refusal("PARENT_OWNER_NOT_FOUND", "which is not in the catalog", owner);
            }
            if (ancestor.equals(owner.id)) {
                throw refusal("OWNER_CYCLE", "which it owns itself", owner);
            }
            ancestor = known.parentOwnerId;
        }
    }

    private void take(SourceEntity source, List<ReadRow<NewOwnership>> group, ImportTally tally, ImportRun run) {
        boolean known = !source.owners.isEmpty();
        List<Ownership> wanted = new ArrayList<>();
        for (ReadRow<NewOwnership> row : group) {
            tally.take(row.row(), () -> {
                if (known && row.content().onlyFills()) {
                    return RowOutcome.UNCHANGED;
                }
                Ownership ownership = toOwnership(row.content());
                requireOnce(wanted, ownership);
                wanted.add(ownership);
                return outcome(source, ownership, wanted.size() - 1);
            });
        }
        if (!wanted.isEmpty()) {
            setOwners(source, wanted, run);
        }
    }

    private static RowOutcome outcome(SourceEntity source, Ownership ownership, int position) {
        if (source.owners.stream().noneMatch(held -> held.owner().id.equals(ownership.owner().id))) {
            return RowOutcome.ADDED;
        }
        boolean same =
                position < source.owners.size() && source.owners.get(position).equals(ownership);
        return same ? RowOutcome.UNCHANGED : RowOutcome.CHANGED;
    }

    private static void requireOnce(List<Ownership> wanted, Ownership ownership) {
        String id = ownership.owner().id;
        if (wanted.stream().anyMatch(other -> other.owner().id.equals(id))) {
            throw new Invalid(
                    "OWNER_REPEATED", "Owner %s is named twice for one source".formatted(id), Map.of("owner_id", id));
        }
    }

    /** Returns how many of the owners to come are above it; a circle ends after all of them. */
    private static int depth(OwnerEntity owner, Map<String, OwnerEntity> incoming) {
        int depth = 0;
        OwnerEntity above = incoming.get(parentId(owner));
        while (above != null && depth < incoming.size()) {
            depth++;
            above = incoming.get(parentId(above));
        }
        return depth;
    }

    private static String parentId(OwnerEntity owner) {
        return owner.parentOwnerId == null ? "" : owner.parentOwnerId;
    }

    private static Invalid refusal(String reason, String why, OwnerEntity owner) {
        String parent = Objects.requireNonNull(owner.parentOwnerId);
        return new Invalid(
                reason,
                "Owner %s names the parent %s, %s".formatted(owner.id, parent, why),
                Map.of("owner_id", owner.id, "parent_owner_id", parent));
    }
}
