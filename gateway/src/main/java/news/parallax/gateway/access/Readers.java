package news.parallax.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import news.parallax.gateway.GatewayConfig;

/**
 * Finds who comes with a key or a session, and remembers the answer for a short while, unknown ones too. Not a singleton:
 * filters are made before settings and channels are there, so they need the proxy.
 */
@ApplicationScoped
public class Readers {
    private final ReaderClient client;
    private final Cache<String, Optional<Admission>> byHash;

    Readers(ReaderClient client, GatewayConfig config) {
        this.client = client;
        this.byHash = Caffeine.newBuilder()
                .maximumSize(config.readerCache().size())
                .expireAfterWrite(config.readerCache().duration())
                .build();
    }

    /** Returns whose key it is; empty if nobody's. */
    Optional<Admission> ofKey(String key) {
        return find(key, client::ofKey);
    }

    /** Returns whose session it is; empty if nobody's, or if it is over. */
    Optional<Admission> ofSession(String secret) {
        return find(secret, client::ofSession);
    }

    /** Returns the id of the reader of a key; empty if it is nobody's. */
    public Optional<String> idOfKey(String key) {
        return ofKey(key).map(admission -> admission.reader().id());
    }

    /** Asks the catalog again from now on: what is remembered of somebody is no longer so. Other copies notice later. */
    public void forget(String readerId) {
        byHash.asMap()
                .values()
                .removeIf(
                        found -> found.map(admission -> admission.reader().id().equals(readerId))
                                .orElse(false));
    }

    private Optional<Admission> find(String secret, Function<String, Optional<Admission>> lookup) {
        if (!Secret.possible(secret)) {
            return Optional.empty();
        }
        String hash = new Secret(secret).hash();
        Optional<Admission> known = byHash.getIfPresent(hash);
        if (known != null) {
            return known;
        }
        // Not Caffeine's own loading: that would hold a lock of the cache while the catalog is asked.
        Optional<Admission> found = lookup.apply(hash);
        byHash.put(hash, found);
        return found;
    }
}
