package news.parallax.catalog.source;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import news.parallax.catalog.batch.ImportRun;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.error.CatalogException.Lost;
import news.parallax.catalog.error.CatalogException.NotFound;
import org.jboss.logging.Logger;

/** Makes one source of two that turned out to be one: all of the one goes to the other, for which its id stands from then on. */
@Singleton
class SourceMerge {
    private static final Logger LOG = Logger.getLogger(SourceMerge.class);
    private static final Pattern REASON = Pattern.compile("\\P{Cntrl}{0,500}");

    private final WriterTurn turn;
    private final SourceRepository sources;
    private final MergedSourceRepository merged;
    private final DerivedRatings derived;
    private final Event<SourcesChanged> changes;
    private final InstantSource clock;

    SourceMerge(
            WriterTurn turn,
            SourceRepository sources,
            MergedSourceRepository merged,
            DerivedRatings derived,
            Event<SourcesChanged> changes,
            InstantSource clock) {
        this.turn = turn;
        this.sources = sources;
        this.merged = merged;
        this.derived = derived;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Which sources.
     *
     * @param sourceId of the one that ends
     * @param intoSourceId id or any domain of the one that remains
     * @param reason in words for operators; may be empty
     */
    record Wish(String sourceId, String intoSourceId, String reason) {
        Wish {
            if (!REASON.matcher(reason).matches()) {
                throw SourceChecks.refusal("REASON_INVALID", "reason", reason);
            }
        }
    }

    /** What came of it: the source that remains, and what went to it. */
    record Outcome(SourceEntity source, MergeCounts counts) {}

    /**
     * Merges, or does nothing if that was done before.
     *
     * @param dryRun whether to leave everything as it was
     * @param tell reads the outcome while it is there
     */
    <T> T merge(Wish wish, boolean dryRun, Function<Outcome, T> tell) {
        Supplier<T> work = () -> tell.apply(merge(wish));
        return dryRun ? turn.rehearse(work) : turn.take(work);
    }

    private Outcome merge(Wish wish) {
        SourceEntity into = sources.require(wish.intoSourceId());
        if (isMerged(wish.sourceId(), into)) {
            return new Outcome(into, MergeCounts.NONE);
        }
        SourceEntity source = require(wish.sourceId());
        if (source == into) {
            throw new Invalid(
                    "SAME_SOURCE",
                    "%s and %s are one source already".formatted(wish.sourceId(), wish.intoSourceId()),
                    Map.of("source_id", wish.sourceId(), "into_source_id", wish.intoSourceId()));
        }
        return move(source, into.id, wish.reason());
    }

    /** Returns whether a source was merged before; SOURCE_MERGED if into another than is asked for. */
    private boolean isMerged(String sourceId, SourceEntity into) {
        MergedSourceEntity before = sourceId.indexOf('\0') < 0 ? merged.findById(sourceId) : null;
        if (before != null && !before.intoId.equals(into.id)) {
            throw new Lost(
                    "SOURCE_MERGED",
                    "%s was merged into %s: merge that".formatted(sourceId, before.intoId),
                    Map.of("source_id", sourceId, "other_source_id", before.intoId));
        }
        return before != null;
    }

    /** By its id alone: a domain that goes with the source could not be told from a second attempt. */
    private SourceEntity require(String id) {
        SourceEntity source = sources.require(id);
        if (!source.id.equals(id)) {
            throw new NotFound(
                    "SOURCE_NOT_FOUND",
                    "There is no source %s; it is a domain of %s".formatted(id, source.id),
                    Map.of("source_id", id, "other_source_id", source.id));
        }
        return source;
    }

    private Outcome move(SourceEntity source, String intoId, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String sourceId = source.id;
        merged.lock(sourceId, intoId);
        MergeCounts counts = merged.counts(sourceId);
        fillGaps(source, sources.require(intoId));
        merged.move(sourceId, intoId, now, reason);
        SourceEntity into = sources.require(intoId);
        derived.derive(List.of(into), new ImportRun(null, now));
        sources.flush();
        changes.fire(new SourcesChanged(Set.of(intoId)));
        LOG.infof("sources merged source=%s into=%s %s", sourceId, intoId, counts);
        return new Outcome(into, counts);
    }

    /** What is not known of the one that remains is what was known of the other. */
    private static void fillGaps(SourceEntity source, SourceEntity into) {
        Arrays.stream(SourceField.values())
                .filter(field -> !field.known(into) && field.known(source))
                .forEach(field -> field.set(into, field.of(source)));
    }
}
