package news.parallax.gateway.story;

import java.util.List;
import news.parallax.gateway.page.TimeView;

/**
 * Who reported a story first, on its page.
 *
 * @param report the report with the earliest time
 * @param uncertain whether that is uncertain
 * @param contenders reports that may have been first too; the first few
 * @param moreCount how many there are beside those
 * @param tieMinutes reports nearer in time than this are taken to be of the same time
 */
public record FirstReportCard(
        ReportCard report, boolean uncertain, List<ReportCard> contenders, int moreCount, long tieMinutes) {
    /**
     * One report.
     *
     * @param view the report
     * @param time its time
     * @param href where it can be read; empty if it cannot be linked
     */
    public record ReportCard(ReportTimeView view, TimeView time, String href) {}
}
