package news.parallax.catalog.transfer;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.batch.ImportMessages;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.v1.ExportCatalogRequest;
import news.parallax.catalog.v1.ExportCatalogResponse;
import news.parallax.catalog.v1.ImportCatalogRequest;
import news.parallax.catalog.v1.ImportCatalogResponse;
import news.parallax.catalog.v1.KindReport;
import news.parallax.catalog.v1.TransferService;

/** Files in and out, over gRPC. */
@GrpcService
public class TransferEndpoint implements TransferService {
    private final Calls calls;
    private final CatalogImport imports;
    private final CatalogExport exports;
    private final CatalogConfig.Transfer config;

    TransferEndpoint(Calls calls, CatalogImport imports, CatalogExport exports, CatalogConfig config) {
        this.calls = calls;
        this.imports = imports;
        this.exports = exports;
        this.config = config.transfer();
    }

    @Override
    public Uni<ImportCatalogResponse> importCatalog(Multi<ImportCatalogRequest> pieces) {
        var limits = new TransferLimits(config.bytesMax().asLongValue(), config.filesMax());
        Uni<UploadMessages> upload = pieces.collect().in(() -> new UploadMessages(limits), UploadMessages::add);
        return calls.runAfter(upload, files -> toProto(imports.run(files.files(), files.dryRun())));
    }

    @Override
    public Multi<ExportCatalogResponse> exportCatalog(ExportCatalogRequest request) {
        Set<FileFormat> formats = ExportMessages.toFormats(request);
        return calls.stream(() -> ExportMessages.toPieces(exports.write(formats)));
    }

    private ImportCatalogResponse toProto(ImportOutcome outcome) {
        var response = ImportCatalogResponse.newBuilder().setImportBatchId(outcome.batchId());
        outcome.kinds()
                .forEach((kind, tally) -> response.addKinds(KindReport.newBuilder()
                        .setKind(kind)
                        .setReport(ImportMessages.toProto(tally, config.refusalsMax()))));
        return response.build();
    }
}
