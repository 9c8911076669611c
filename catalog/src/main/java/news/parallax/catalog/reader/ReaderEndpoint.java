package news.parallax.catalog.reader;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.v1.LookupReaderRequest;
import news.parallax.catalog.v1.LookupReaderResponse;
import news.parallax.catalog.v1.ReaderService;
import news.parallax.catalog.v1.UpdateReaderRequest;
import news.parallax.catalog.v1.UpdateReaderResponse;

/** Readers and their keys, over gRPC. */
@GrpcService
public class ReaderEndpoint implements ReaderService {
    private final Calls calls;
    private final ReaderAccounts accounts;
    private final ReaderRepository readers;

    ReaderEndpoint(Calls calls, ReaderAccounts accounts, ReaderRepository readers) {
        this.calls = calls;
        this.accounts = accounts;
        this.readers = readers;
    }

    @Override
    public Uni<UpdateReaderResponse> updateReader(UpdateReaderRequest request) {
        return calls.run(() -> {
            Optional<String> keyHash = Optional.of(request.getApiKeyHash())
                    .filter(hash -> !hash.isEmpty())
                    .map(ReaderMessages::keyHash);
            ReaderEntity reader = accounts.update(ReaderMessages.toEntity(request.getReader()), keyHash);
            return UpdateReaderResponse.newBuilder()
                    .setReader(ReaderMessages.toProto(reader))
                    .build();
        });
    }

    @Override
    public Uni<LookupReaderResponse> lookupReader(LookupReaderRequest request) {
        return calls.runInTransaction(() -> {
            ReaderEntity reader = readers.findKey(ReaderMessages.keyHash(request.getApiKeyHash()))
                    .map(key -> key.reader)
                    .orElseThrow(() -> new NotFound(
                            "API_KEY_UNKNOWN",
                            "No reader has the key with the hash %s".formatted(request.getApiKeyHash()),
                            Map.of("api_key_hash", request.getApiKeyHash())));
            return LookupReaderResponse.newBuilder()
                    .setReader(ReaderMessages.toProto(reader))
                    .build();
        });
    }
}
