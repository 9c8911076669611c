package news.parallax.gateway.desk;

import java.util.List;

/**
 * What became of an import.
 *
 * @param kinds what became of the rows of each kind
 */
public record ImportReportView(List<ImportedView> kinds) {}
