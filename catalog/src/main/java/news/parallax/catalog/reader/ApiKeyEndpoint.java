package news.parallax.catalog.reader;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.CreateApiKeyRequest;
import news.parallax.catalog.v1.CreateApiKeyResponse;
import news.parallax.catalog.v1.ListApiKeysRequest;
import news.parallax.catalog.v1.ListApiKeysResponse;
import news.parallax.catalog.v1.LookupReaderRequest;
import news.parallax.catalog.v1.LookupReaderResponse;
import news.parallax.catalog.v1.RevokeApiKeyRequest;
import news.parallax.catalog.v1.RevokeApiKeyResponse;

/** Keys: made, listed, looked up, ended. */
@Singleton
class ApiKeyEndpoint {
    private final Calls calls;
    private final ApiKeys keys;
    private final ApiKeyRepository stored;
    private final ReaderRepository readers;

    ApiKeyEndpoint(Calls calls, ApiKeys keys, ApiKeyRepository stored, ReaderRepository readers) {
        this.calls = calls;
        this.keys = keys;
        this.stored = stored;
        this.readers = readers;
    }

    Uni<LookupReaderResponse> lookupReader(LookupReaderRequest request) {
        return calls.runInTransaction(() -> {
            ApiKeyEntity key = keys.use(ReaderMessages.keyHash(request.getApiKeyHash()));
            return LookupReaderResponse.newBuilder()
                    .setReader(ReaderMessages.toProto(key.reader))
                    .setApiKey(ReaderMessages.toProto(key))
                    .build();
        });
    }

    Uni<CreateApiKeyResponse> createApiKey(CreateApiKeyRequest request) {
        return calls.runInTransaction(() -> {
            ApiKeys.Made made = keys.create(
                    request.getReaderId(),
                    ReaderMessages.keyName(request.getName()),
                    ReaderMessages.scope(request.getScope()),
                    request.hasExpireTime()
                            ? Optional.of(TimeMessages.toInstant(request.getExpireTime()))
                            : Optional.empty());
            return CreateApiKeyResponse.newBuilder()
                    .setApiKey(ReaderMessages.toProto(made.key()))
                    .setSecret(made.secret())
                    .build();
        });
    }

    Uni<ListApiKeysResponse> listApiKeys(ListApiKeysRequest request) {
        return calls.runInTransaction(() -> {
            ReaderEntity reader = readers.require(request.getReaderId());
            var pageRequest = PageRequest.of(request.getPageSize(), request.getPageToken(), 2, "api keys", reader.id);
            Page<ApiKeyEntity> page = stored.page(pageRequest, reader);
            return ListApiKeysResponse.newBuilder()
                    .addAllApiKeys(
                            page.items().stream().map(ReaderMessages::toProto).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    Uni<RevokeApiKeyResponse> revokeApiKey(RevokeApiKeyRequest request) {
        return calls.runInTransaction(() -> {
            keys.revoke(request.getReaderId(), request.getApiKeyId());
            return RevokeApiKeyResponse.getDefaultInstance();
        });
    }
}
