package news.parallax.gateway.desk;

import java.util.List;

/**
 * What became of the rows of one kind in an import.
 *
 * @param kind what the rows are
 * @param added new ones
 * @param changed those that changed something
 * @param unchanged those that were there already
 * @param refusals those that were not taken, with the reason
 */
public record ImportedView(String kind, int added, int changed, int unchanged, List<RefusedRowView> refusals) {
    /**
     * A row that was not taken.
     *
     * @param row its line, from 1
     * @param message why, in a sentence
     */
    public record RefusedRowView(int row, String message) {}
}
