package news.parallax.catalog.transfer;

import static news.parallax.catalog.transfer.TransferCalls.data;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ImportCatalogRequest;
import news.parallax.catalog.v1.KindReport;
import news.parallax.catalog.v1.TransferFormat;
import org.junit.jupiter.api.Test;

/** The starter catalogue is rehearsed only: other tests would meet its outlets. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class StarterImportTest {
    @Test
    void everyRowOfTheStarterCatalogueIsTaken() throws IOException {
        var report = TransferCalls.send(true, pieces());

        assertThat(report.getKindsList())
                .extracting(KindReport::getKind)
                .containsExactlyInAnyOrder(
                        "raters", "owners", "sources", "ownership", "links", "ratings", "flags", "feeds");
        assertThat(report.getKindsList()).allSatisfy(kind -> {
            assertThat(kind.getReport().getRefusalsList()).isEmpty();
            assertThat(kind.getReport().getAddedCount()).isPositive();
        });
    }

    private static ImportCatalogRequest[] pieces() throws IOException {
        List<ImportCatalogRequest> pieces = new ArrayList<>();
        for (FileFormat format : starterFormats()) {
            pieces.add(TransferCalls.head(TransferFormat.valueOf("TRANSFER_FORMAT_" + format.name())));
            pieces.add(data(text(format)));
        }
        return pieces.toArray(ImportCatalogRequest[]::new);
    }

    /** All that can be exported, but for axes of an operator. */
    private static List<FileFormat> starterFormats() {
        return Stream.of(FileFormat.values())
                .filter(FileFormat::canBeExported)
                .filter(format -> format != FileFormat.AXES_CSV)
                .toList();
    }

    private static String text(FileFormat format) throws IOException {
        try (InputStream bytes = StarterImportTest.class.getResourceAsStream("/starter/" + format.fileName())) {
            return new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
