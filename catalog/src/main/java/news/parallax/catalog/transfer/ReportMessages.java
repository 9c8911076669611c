package news.parallax.catalog.transfer;

import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.v1.ImportCatalogResponse;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.KindReport;
import news.parallax.catalog.v1.RowRefusal;

/** The report of an import for people. */
final class ReportMessages {
    private ReportMessages() {}

    /** Returns a line for each kind of rows, then one for each row that was refused. */
    static List<String> lines(ImportCatalogResponse response) {
        List<String> lines = new ArrayList<>();
        for (KindReport kind : response.getKindsList()) {
            ImportReport report = kind.getReport();
            lines.add("%-11s added %6d  changed %6d  unchanged %6d  refused %6d"
                    .formatted(
                            kind.getKind(),
                            report.getAddedCount(),
                            report.getChangedCount(),
                            report.getUnchangedCount(),
                            report.getRefusedCount()));
        }
        for (KindReport kind : response.getKindsList()) {
            kind.getReport().getRefusalsList().forEach(refusal -> lines.add(line(refusal)));
            int unlisted = kind.getReport().getRefusedCount() - kind.getReport().getRefusalsCount();
            if (unlisted > 0) {
                lines.add("and %d more %s that were refused".formatted(unlisted, kind.getKind()));
            }
        }
        return lines;
    }

    private static String line(RowRefusal refusal) {
        return "%s:%d: %s: %s"
                .formatted(refusal.getFile(), refusal.getLine(), refusal.getReason(), refusal.getMessage());
    }
}
