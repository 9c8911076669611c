package news.parallax.catalog.reader;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.error.CatalogException.Taken;
import news.parallax.catalog.reader.ApiKeyEntity.Scope;

/** Makes keys, finds whose they are, and ends them. To be called in a transaction. */
@Singleton
class ApiKeys {
    private static final String PREFIX = "plx_";

    private final ReaderRepository readers;
    private final ApiKeyRepository keys;
    private final Secrets secrets;
    private final CatalogConfig.Reader config;
    private final InstantSource clock;

    ApiKeys(
            ReaderRepository readers,
            ApiKeyRepository keys,
            Secrets secrets,
            CatalogConfig config,
            InstantSource clock) {
        this.readers = readers;
        this.keys = keys;
        this.secrets = secrets;
        this.config = config.reader();
        this.clock = clock;
    }

    /** A key that was just made, and what it is: known this once. */
    record Made(ApiKeyEntity key, String secret) {}

    Made create(String readerId, String name, Scope scope, Optional<Instant> expires) {
        if (expires.isPresent() && !expires.get().isAfter(clock.instant())) {
            throw new Invalid(
                    "EXPIRE_TIME_INVALID",
                    "expire_time %s is past".formatted(expires.get()),
                    Map.of("expire_time", expires.get().toString()));
        }
        String secret = secrets.secret(PREFIX);
        ApiKeyEntity key = key(readers.requireLocked(readerId), Secrets.hash(secret), name, scope);
        key.expireTime = expires.orElse(null);
        add(key);
        return new Made(key, secret);
    }

    /** Makes sure that a key is one of a reader, who is locked; API_KEY_TAKEN if it is somebody else's. */
    void own(ReaderEntity reader, String hash) {
        Optional<ApiKeyEntity> known = keys.findByIdOptional(hash);
        if (known.isEmpty() && !add(key(reader, hash, "", Scope.PERSONAL))) {
            known = keys.findByIdOptional(hash);
        }
        known.filter(key -> !key.reader.id.equals(reader.id)).ifPresent(_ -> {
            throw new Taken(
                    "API_KEY_TAKEN",
                    "The key with the hash %s belongs to another reader".formatted(hash),
                    Map.of("api_key_hash", hash, "reader_id", reader.id));
        });
    }

    /** Returns the key of a hash and remembers its use; API_KEY_UNKNOWN, or API_KEY_EXPIRED. */
    ApiKeyEntity use(String hash) {
        ApiKeyEntity key = keys.findByIdOptional(hash)
                .orElseThrow(() -> new NotFound(
                        "API_KEY_UNKNOWN",
                        "No reader has the key with the hash %s".formatted(hash),
                        Map.of("api_key_hash", hash)));
        Instant now = now();
        if (key.expireTime != null && !now.isBefore(key.expireTime)) {
            throw new NotFound(
                    "API_KEY_EXPIRED",
                    "The key with the hash %s was good until %s".formatted(hash, key.expireTime),
                    Map.of("api_key_hash", hash, "expire_time", key.expireTime.toString()));
        }
        keys.use(hash, now, now.minus(config.apiKeyUsePrecision()));
        return key;
    }

    void revoke(String readerId, String keyId) {
        if (!keys.delete(readers.requireLocked(readerId), keyId)) {
            throw new NotFound(
                    "API_KEY_UNKNOWN",
                    "Reader %s has no key %s".formatted(readerId, keyId),
                    Map.of("reader_id", readerId, "api_key_id", keyId));
        }
    }

    private boolean add(ApiKeyEntity key) {
        OneMore.of("TOO_MANY_API_KEYS", keys.count(key.reader), config.apiKeysMax());
        return keys.add(key);
    }

    private ApiKeyEntity key(ReaderEntity reader, String hash, String name, Scope scope) {
        var key = new ApiKeyEntity();
        key.hash = hash;
        key.reader = reader;
        key.id = secrets.id();
        key.name = name;
        key.scope = scope;
        key.createTime = now();
        return key;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
