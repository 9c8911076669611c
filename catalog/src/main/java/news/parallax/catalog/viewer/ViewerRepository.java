package news.parallax.catalog.viewer;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.coverage.CoverageSide;
import news.parallax.catalog.error.CatalogException.NotFound;

/** Queries over what readers chose to see. */
@Singleton
public class ViewerRepository {
    /** What there is of a reader in one look: that they exist, and each choice. */
    private static final String CHOICES = """
            with recursive muted_owner (id) as (
                select target_id from reader_mark where reader_id = :reader and kind = 'MUTE' and target_kind = 'OWNER'
                union
                select owner.id from owner join muted_owner above on owner.parent_owner_id = above.id
            )
            select 'READER', id, '' from reader where id = :reader
            union all
            select target_kind, target_id, '' from reader_mark
                where reader_id = :reader and kind = 'MUTE' and target_kind in ('SOURCE', 'SUBJECT')
            union all
            select 'SOURCE', source_id, '' from source_owner join muted_owner on muted_owner.id = source_owner.owner_id
            union all
            select 'BIAS', source_id, bias from rating_override where reader_id = :reader
            """;

    private final EntityManager entities;

    ViewerRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What a reader follows.
     *
     * @param sourceIds of sources
     * @param subjectIds of topics, people, places
     */
    public record Followed(List<String> sourceIds, List<String> subjectIds) {}

    /** Returns how a reader sees the catalog, or anybody if no reader is named. */
    public Viewer of(String readerId) {
        return readerId.isEmpty() ? Viewer.ANYBODY : require(readerId);
    }

    /** Returns how a reader sees the catalog; READER_NOT_FOUND if there is none of that id. */
    public Viewer require(String readerId) {
        Set<String> sources = new HashSet<>();
        Set<String> subjects = new HashSet<>();
        Map<String, BiasStep> biases = new HashMap<>();
        boolean known = false;
        for (Object row : rows(CHOICES, readerId)) {
            Object[] choice = (Object[]) row;
            String id = (String) choice[1];
            switch ((String) choice[0]) {
                case "READER" -> known = true;
                case "SOURCE" -> sources.add(id);
                case "SUBJECT" -> subjects.add(id);
                default -> biases.put(id, BiasStep.valueOf((String) choice[2]));
            }
        }
        if (!known) {
            throw new NotFound(
                    "READER_NOT_FOUND", "There is no reader %s".formatted(readerId), Map.of("reader_id", readerId));
        }
        return new Viewer(sources, subjects, biases);
    }

    public Followed followed(String readerId) {
        List<Object[]> rows = rows(
                        "select target_kind, target_id from reader_mark where reader_id = :reader and kind = 'FOLLOW'",
                        readerId)
                .stream()
                .map(Object[].class::cast)
                .toList();
        return new Followed(ids(rows, "SOURCE"), ids(rows, "SUBJECT"));
    }

    /** Conditions in HQL for sources s that a reader has not muted, and that are on a side as the reader sees them. */
    public static String sourceConditions(Viewer viewer, Optional<CoverageSide> side) {
        String unmuted = viewer.mutedSources().isEmpty() ? "" : " and s.id not in :muted";
        return unmuted
                + side.map(wanted -> {
                            String derived = wanted == CoverageSide.UNRATED ? "s.bias is null" : "s.bias in :steps";
                            return viewer.biases().isEmpty()
                                    ? " and " + derived
                                    : " and (%s and s.id not in :overridden or s.id in :placed)".formatted(derived);
                        })
                        .orElse("");
    }

    /** Sets what the conditions name. */
    public static void bind(TypedQuery<?> query, Viewer viewer, Optional<CoverageSide> side) {
        if (!viewer.mutedSources().isEmpty()) {
            query.setParameter("muted", viewer.mutedSources());
        }
        side.ifPresent(wanted -> {
            if (wanted != CoverageSide.UNRATED) {
                query.setParameter("steps", BiasStep.on(wanted));
            }
            if (!viewer.biases().isEmpty()) {
                query.setParameter("overridden", viewer.overridden())
                        .setParameter("placed", viewer.overriddenOn(wanted));
            }
        });
    }

    private List<?> rows(String query, String readerId) {
        return entities.createNativeQuery(query)
                .setParameter("reader", readerId)
                .getResultList();
    }

    private static List<String> ids(List<Object[]> rows, String kind) {
        return rows.stream()
                .filter(row -> kind.equals(row[0]))
                .map(row -> (String) row[1])
                .toList();
    }
}
