package news.parallax.catalog.transfer;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.v1.ExportCatalogRequest;
import news.parallax.catalog.v1.ExportCatalogResponse;
import news.parallax.catalog.v1.FileHead;
import news.parallax.catalog.v1.ImportCatalogRequest;
import news.parallax.catalog.v1.ImportCatalogResponse;
import news.parallax.catalog.v1.ImportOptions;
import news.parallax.catalog.v1.TransferFormat;
import news.parallax.catalog.v1.TransferServiceGrpc;

/** Sends files to a running catalog on this machine, and fetches them from it. */
final class TransferClient implements AutoCloseable {
    private static final int PIECE_BYTES = 256 * 1024;
    private static final long DEADLINE_MINUTES = 30;

    private final ManagedChannel channel;

    TransferClient(int port) {
        this.channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
    }

    /** Returns the lines of the report. */
    List<String> send(List<LocalFile> files, boolean dryRun) throws IOException, StatusException, InterruptedException {
        var call = stub().importCatalog();
        call.write(ImportCatalogRequest.newBuilder()
                .setOptions(ImportOptions.newBuilder().setDryRun(dryRun))
                .build());
        for (LocalFile file : files) {
            send(file, call);
        }
        call.halfClose();
        return ReportMessages.lines(call.read());
    }

    /** Writes the files of an export into a folder, and returns them. */
    List<Path> fetch(Path folder) throws IOException, StatusException, InterruptedException {
        var call = stub().exportCatalog(ExportCatalogRequest.getDefaultInstance());
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (ExportCatalogResponse piece = call.read(); piece != null; piece = call.read()) {
            if (piece.hasFile()) {
                files.add(folder.resolve(Path.of(piece.getFile().getName()).getFileName()));
                Files.write(files.getLast(), new byte[0]);
            } else {
                try (OutputStream out = Files.newOutputStream(files.getLast(), StandardOpenOption.APPEND)) {
                    piece.getData().writeTo(out);
                }
            }
        }
        return files;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    /** Stops when the catalog has ended the call: its reason comes with the answer. */
    private static void send(LocalFile file, BlockingClientCall<ImportCatalogRequest, ImportCatalogResponse> call)
            throws IOException, StatusException, InterruptedException {
        boolean open = call.write(ImportCatalogRequest.newBuilder()
                .setFile(FileHead.newBuilder()
                        .setName(file.name())
                        .setFormat(TransferFormat.valueOf("TRANSFER_FORMAT_" + file.format()))
                        .setRateDate(file.rateDate()))
                .build());
        try (InputStream content = file.open()) {
            for (byte[] piece = content.readNBytes(PIECE_BYTES);
                    open && piece.length > 0;
                    piece = content.readNBytes(PIECE_BYTES)) {
                open = call.write(ImportCatalogRequest.newBuilder()
                        .setData(ByteString.copyFrom(piece))
                        .build());
            }
        }
    }

    private TransferServiceGrpc.TransferServiceBlockingV2Stub stub() {
        return TransferServiceGrpc.newBlockingV2Stub(channel).withDeadlineAfter(DEADLINE_MINUTES, TimeUnit.MINUTES);
    }
}
