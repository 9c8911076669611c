package news.parallax.gateway.story;

import java.util.List;

/**
 * Who reported a story first, as far as times tell.
 *
 * @param report the report with the earliest time
 * @param uncertain whether another may have been first, or its time is not known to the minute
 * @param contenders reports that may have been first, by time; the first few
 * @param contenderCount how many there are
 * @param tieSeconds reports nearer in time than this are taken to be of the same time
 */
public record FirstReportView(
        ReportTimeView report,
        boolean uncertain,
        List<ReportTimeView> contenders,
        int contenderCount,
        int tieSeconds) {}
