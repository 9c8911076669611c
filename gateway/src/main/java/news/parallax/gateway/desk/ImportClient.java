package news.parallax.gateway.desk;

import com.google.protobuf.ByteString;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.v1.FileHead;
import news.parallax.catalog.v1.ImportCatalogRequest;
import news.parallax.catalog.v1.ImportCatalogResponse;
import news.parallax.catalog.v1.ImportOptions;
import news.parallax.catalog.v1.TransferFormat;
import news.parallax.catalog.v1.TransferServiceGrpc;
import news.parallax.catalog.v1.TransferServiceGrpc.TransferServiceStub;

/** Sends a table to the catalog's importers. */
@Singleton
class ImportClient {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final TransferServiceStub transfers;

    ImportClient(@GrpcClient("catalog") Channel channel) {
        this.transfers = TransferServiceGrpc.newStub(channel);
    }

    /** Returns what became of the rows, by kind; StatusRuntimeException if the catalog does not take the file at all. */
    List<ImportedView> send(ImportFormat format, String text, boolean dryRun) {
        var answer = new Answer<ImportCatalogResponse>();
        StreamObserver<ImportCatalogRequest> file =
                transfers.withDeadlineAfter(LIMIT.toSeconds(), TimeUnit.SECONDS).importCatalog(answer);
        file.onNext(ImportCatalogRequest.newBuilder()
                .setOptions(ImportOptions.newBuilder().setDryRun(dryRun))
                .build());
        file.onNext(ImportCatalogRequest.newBuilder()
                .setFile(FileHead.newBuilder()
                        .setName(format.key())
                        .setFormat(TransferFormat.valueOf("TRANSFER_FORMAT_" + format.name())))
                .build());
        file.onNext(ImportCatalogRequest.newBuilder()
                .setData(ByteString.copyFrom(text, StandardCharsets.UTF_8))
                .build());
        file.onCompleted();
        return answer.await().getKindsList().stream().map(DeskMessages::toView).toList();
    }

    /** The one message that the catalog sends back. */
    private static final class Answer<T> implements StreamObserver<T> {
        private final CompletableFuture<T> message = new CompletableFuture<>();

        T await() {
            try {
                return message.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof StatusRuntimeException status ? status : e;
            }
        }

        @Override
        public void onNext(T response) {
            message.complete(response);
        }

        @Override
        public void onError(Throwable failure) {
            message.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            message.completeExceptionally(Status.INTERNAL
                    .withDescription("the catalog ended the import without a report")
                    .asRuntimeException());
        }
    }
}
