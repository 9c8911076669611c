package news.parallax.gateway.story;

import java.util.List;

/**
 * How left, center and right word a story, by independent reports in one language; an outlet counts a term once.
 *
 * @param language BCP-47 language of the reports compared; empty if not known
 * @param outletsMin rule: outlets a side needs for points, and it and the others for terms
 * @param scoreMin rule: least z-score of a term
 * @param termOutletsMin rule: outlets of the side that use a term
 * @param sides left, center, right
 */
public record ComparisonView(
        String language, int outletsMin, double scoreMin, int termOutletsMin, List<SideTellingView> sides) {}
