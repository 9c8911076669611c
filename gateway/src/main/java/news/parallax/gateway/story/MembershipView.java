package news.parallax.gateway.story;

import java.util.List;
import java.util.Map;

/**
 * Why an article is in a story.
 *
 * @param similarity mean probability of telling one event with the story's articles, from 0 to 1; 1 for the founder
 * @param evidence the part of each kind of evidence, from 0 to 1, by name
 * @param sharedTerms terms and names it shares with the story, the weightiest first
 */
public record MembershipView(double similarity, Map<String, Double> evidence, List<String> sharedTerms) {}
