package news.parallax.clusterer.digest;

import java.time.Duration;

/**
 * The numbers that decide what a story says; see the settings of the same names.
 *
 * @param comparedReports reports read for sides, subjects, first report and images, at most
 * @param sideOutletsMin outlets from which on a side is compared and has points of its own
 * @param termOutletsMin outlets of a side from which on a term is one of it
 * @param zScoreMin least z-score of a term
 * @param prior weight of the prior: what is counted in all reports counts so much before it is counted on a side
 * @param subjects at most so many
 * @param images at most so many
 * @param imageStories an image that articles of so many stories show belongs to none
 * @param imagesRemembered images of which that is known
 * @param firstReportTie reports nearer in time than this are taken to be of the same time
 * @param discoveryLag how long before we found it a report without time may have been published
 * @param smallStory articles below which a digest is told anew with every change
 * @param growth share of its articles by which a story grows before its digest is told anew
 * @param interval time after which it is told anew however little it changed
 * @param flushStories stories told at a time that were not told with their articles
 */
public record DigestRules(
        int comparedReports,
        int sideOutletsMin,
        int termOutletsMin,
        double zScoreMin,
        double prior,
        int subjects,
        int images,
        int imageStories,
        int imagesRemembered,
        Duration firstReportTie,
        Duration discoveryLag,
        int smallStory,
        double growth,
        Duration interval,
        int flushStories) {

    public DigestRules {
        if (prior <= 0 || sideOutletsMin < 1 || termOutletsMin < 1) {
            throw new IllegalArgumentException("a prior is positive, and no outlet shows nothing");
        }
        if (flushStories < 1) {
            throw new IllegalArgumentException("at least one waiting story is told at a time: " + flushStories);
        }
    }
}
