package news.parallax.catalog.batch;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;

/** Files that were imported together. */
@Entity
@Table(name = "import_batch")
public class ImportBatchEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Names, joined by commas. */
    public String files;

    public Instant createTime;
    public int addedCount;
    public int changedCount;
    public int unchangedCount;
    public int refusedCount;

    /** Notes what became of the rows. */
    public void count(Collection<ImportTally> tallies) {
        addedCount = sum(tallies, RowOutcome.ADDED);
        changedCount = sum(tallies, RowOutcome.CHANGED);
        unchangedCount = sum(tallies, RowOutcome.UNCHANGED);
        refusedCount =
                tallies.stream().mapToInt(tally -> tally.refusals().size()).sum();
    }

    private static int sum(Collection<ImportTally> tallies, RowOutcome outcome) {
        return tallies.stream().mapToInt(tally -> tally.count(outcome)).sum();
    }
}
