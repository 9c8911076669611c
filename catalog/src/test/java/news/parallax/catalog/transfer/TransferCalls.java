package news.parallax.catalog.transfer;

import com.google.protobuf.ByteString;
import io.grpc.StatusException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.parallax.catalog.CatalogService;
import news.parallax.catalog.v1.ExportCatalogRequest;
import news.parallax.catalog.v1.ExportCatalogResponse;
import news.parallax.catalog.v1.FileHead;
import news.parallax.catalog.v1.ImportCatalogRequest;
import news.parallax.catalog.v1.ImportCatalogResponse;
import news.parallax.catalog.v1.ImportOptions;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.KindReport;
import news.parallax.catalog.v1.RowRefusal;
import news.parallax.catalog.v1.TransferFormat;

/** Imports and exports of the running catalog. */
final class TransferCalls {
    private TransferCalls() {}

    static ImportCatalogResponse importFile(TransferFormat format, String content) {
        return send(false, head(format), data(content));
    }

    static ImportCatalogResponse rehearse(TransferFormat format, String content) {
        return send(true, head(format), data(content));
    }

    static ImportCatalogRequest head(TransferFormat format) {
        return ImportCatalogRequest.newBuilder()
                .setFile(FileHead.newBuilder().setName("the-file").setFormat(format))
                .build();
    }

    static ImportCatalogRequest data(String content) {
        return ImportCatalogRequest.newBuilder()
                .setData(ByteString.copyFromUtf8(content))
                .build();
    }

    static ImportCatalogResponse send(boolean dryRun, ImportCatalogRequest... pieces) {
        try {
            var call = CatalogService.transfers().importCatalog();
            call.write(ImportCatalogRequest.newBuilder()
                    .setOptions(ImportOptions.newBuilder().setDryRun(dryRun))
                    .build());
            for (ImportCatalogRequest piece : pieces) {
                call.write(piece);
            }
            call.halfClose();
            return call.read();
        } catch (StatusException e) {
            throw e.getStatus().asRuntimeException(e.getTrailers());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the rows of an exported file that name something, without header. */
    static List<String> exported(TransferFormat format, String named) {
        var request = ExportCatalogRequest.newBuilder().addFormats(format).build();
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        try {
            var call = CatalogService.transfers().exportCatalog(request);
            for (ExportCatalogResponse piece = call.read(); piece != null; piece = call.read()) {
                if (piece.hasFile()) {
                    names.add(piece.getFile().getName());
                    files.put(names.getLast(), new StringBuilder());
                } else {
                    Objects.requireNonNull(files.get(names.getLast()))
                            .append(piece.getData().toString(StandardCharsets.UTF_8));
                }
            }
        } catch (StatusException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return files.values().stream()
                .flatMap(text -> text.toString().lines().skip(1))
                .filter(line -> line.contains(named))
                .toList();
    }

    /** Returns the report on one kind of rows. */
    static ImportReport report(ImportCatalogResponse response, String kind) {
        return response.getKindsList().stream()
                .filter(report -> report.getKind().equals(kind))
                .map(KindReport::getReport)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + response));
    }

    /** Returns rows that were added, changed, unchanged and refused. */
    static List<Integer> counts(ImportCatalogResponse response, String kind) {
        ImportReport report = report(response, kind);
        return List.of(
                report.getAddedCount(), report.getChangedCount(), report.getUnchangedCount(), report.getRefusedCount());
    }

    /** Returns line and reason of each row that was refused. */
    static List<String> refusals(ImportCatalogResponse response, String kind) {
        return report(response, kind).getRefusalsList().stream()
                .map(TransferCalls::written)
                .toList();
    }

    private static String written(RowRefusal refusal) {
        return refusal.getLine() + " " + refusal.getReason();
    }
}
