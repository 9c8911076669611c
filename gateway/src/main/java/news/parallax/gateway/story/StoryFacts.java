package news.parallax.gateway.story;

import java.util.Set;

/**
 * What a story is about and who covers it, as far as it can be asked for; a story in a list has none of it.
 *
 * @param sourceIds outlets that cover it
 * @param countries where those are, ISO 3166-1 alpha-2
 * @param subjectIds topics, people and places
 */
public record StoryFacts(Set<String> sourceIds, Set<String> countries, Set<String> subjectIds) {
    public StoryFacts {
        sourceIds = Set.copyOf(sourceIds);
        countries = Set.copyOf(countries);
        subjectIds = Set.copyOf(subjectIds);
    }
}
