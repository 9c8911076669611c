package news.parallax.catalog.search;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Queries for what the index holds of stories. */
@Singleton
public class IndexedStoryRepository {
    private final EntityManager entities;

    IndexedStoryRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns those of the stories that are indexed, by id. */
    public Map<String, IndexedStory> byIds(Collection<String> ids) {
        List<?> rows = entities.createNativeQuery("""
                        select story_id, facets, source_count from story_search where story_id = any(cast(:ids as text[]))
                        """)
                .setParameter("ids", ids.toArray(String[]::new))
                .getResultList();
        Map<String, IndexedStory> stories = new HashMap<>();
        for (Object row : rows) {
            Object[] values = (Object[]) row;
            var facets = new HashSet<>(Arrays.asList((String[]) values[1]));
            stories.put((String) values[0], new IndexedStory(facets, (Integer) values[2]));
        }
        return stories;
    }

    /** Returns those of the stories of which the index holds what was true before. */
    public Set<String> due(Collection<String> ids) {
        return new HashSet<>(entities.createNativeQuery(
                        "select distinct story_id from story_search_due where story_id = any(cast(:ids as text[]))",
                        String.class)
                .setParameter("ids", ids.toArray(String[]::new))
                .getResultList());
    }
}
