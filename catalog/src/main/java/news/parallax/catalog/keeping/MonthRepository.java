package news.parallax.catalog.keeping;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;

/** The months of tables that are partitioned by month (V16). */
@Singleton
class MonthRepository {
    private final EntityManager entities;

    MonthRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Sees to it that there is a place for a month and for so many after it; returns how many were not there. */
    int add(LocalDate month, int ahead) {
        return ((Number) entities.createNativeQuery("""
                        select count(*) filter (where add_month(parent, cast(month as date)))
                        from unnest(array['article_text', 'story_coverage']) parent
                            cross join generate_series(cast(:first as timestamp), cast(:last as timestamp), '1 month') month
                        """)
                        .setParameter("first", month)
                        .setParameter("last", month.plusMonths(ahead))
                        .getSingleResult())
                .intValue();
    }

    /** Drops the texts that came before a month; returns the months that they came in. */
    List<LocalDate> dropTexts(LocalDate before) {
        return entities.createNativeQuery("select drop_months('article_text', :before)", LocalDate.class)
                .setParameter("before", before)
                .getResultList();
    }
}
