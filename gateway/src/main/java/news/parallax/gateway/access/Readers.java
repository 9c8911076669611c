package news.parallax.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import news.parallax.gateway.GatewayConfig;

/**
 * Finds the reader of a key, and remembers the answer for a short while, unknown keys too. Not a singleton: filters are
 * made before settings and channels are there, so they need the proxy.
 */
@ApplicationScoped
class Readers {
    private final ReaderClient client;
    private final Cache<String, Optional<ReaderView>> byKeyHash;

    Readers(ReaderClient client, GatewayConfig config) {
        this.client = client;
        this.byKeyHash = Caffeine.newBuilder()
                .maximumSize(config.readerCache().size())
                .expireAfterWrite(config.readerCache().duration())
                .build();
    }

    /** Returns whose key it is; empty if nobody's. */
    Optional<ReaderView> find(String key) {
        if (!ApiKey.possible(key)) {
            return Optional.empty();
        }
        String hash = new ApiKey(key).hash();
        Optional<ReaderView> known = byKeyHash.getIfPresent(hash);
        if (known != null) {
            return known;
        }
        // Not Caffeine's own loading: that would hold a lock of the cache while the catalog is asked.
        Optional<ReaderView> found = client.lookup(hash);
        byKeyHash.put(hash, found);
        return found;
    }
}
