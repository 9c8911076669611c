package news.parallax.clusterer.digest;

import java.util.List;
import java.util.Optional;

/**
 * What the page of a story shows beside headline and points. All of it cites articles.
 *
 * @param comparison how the sides word it; empty while the sides of outlets are not known
 * @param subjects whom and what it is about, by most outlets first
 * @param firstReport who was first; empty if it has no independent report
 * @param images distinct, those of the most central articles first
 */
public record Details(
        Optional<SideComparison> comparison,
        List<Subject> subjects,
        Optional<FirstReport> firstReport,
        List<StoryImage> images) {

    public Details {
        subjects = List.copyOf(subjects);
        images = List.copyOf(images);
    }

    /** An image at its outlet. */
    public record StoryImage(String url, String articleId) {}
}
