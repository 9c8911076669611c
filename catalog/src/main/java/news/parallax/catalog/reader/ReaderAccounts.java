package news.parallax.catalog.reader;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.error.CatalogException.Taken;
import org.jboss.logging.Logger;

/** Adds and changes readers. */
@Singleton
public class ReaderAccounts {
    private static final Logger LOG = Logger.getLogger(ReaderAccounts.class);

    private final WriterTurn turn;
    private final ReaderRepository readers;

    ReaderAccounts(WriterTurn turn, ReaderRepository readers) {
        this.turn = turn;
        this.readers = readers;
    }

    /** Stores the reader and makes sure the key is theirs; nothing is stored if it is somebody else's. */
    ReaderEntity update(ReaderEntity incoming, Optional<String> keyHash) {
        return turn.take(() -> {
            ReaderEntity reader = readers.findById(incoming.id);
            if (reader == null) {
                reader = incoming;
                readers.persist(reader);
                LOG.infof("reader added reader=%s plan=%s", reader.id, reader.plan);
            } else {
                reader.name = incoming.name;
                reader.plan = incoming.plan;
            }
            if (keyHash.isPresent()) {
                own(reader, keyHash.get());
            }
            return reader;
        });
    }

    private void own(ReaderEntity reader, String hash) {
        ApiKeyEntity key = readers.findKey(hash).orElse(null);
        if (key == null) {
            key = new ApiKeyEntity();
            key.hash = hash;
            key.reader = reader;
            readers.add(key);
        } else if (!key.reader.id.equals(reader.id)) {
            throw new Taken(
                    "API_KEY_TAKEN",
                    "The key with the hash %s belongs to another reader".formatted(hash),
                    Map.of("api_key_hash", hash, "reader_id", reader.id));
        }
    }
}
