package news.parallax.gateway.webhook;

import java.net.URI;
import java.util.List;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.ReaderView;

/**
 * A message that is leased to be sent.
 *
 * @param id the same each time it is sent
 * @param leaseId for the report
 * @param url where to
 * @param secret what signs it
 * @param reader whose webhook it is
 * @param news what changed
 * @param guards what its reader must be able to see, as the message was chosen by it
 */
record Letter(
        String id, String leaseId, URI url, String secret, ReaderView reader, News news, List<Capability> guards) {
    Letter {
        guards = List.copyOf(guards);
    }

    boolean mayBeTold() {
        return guards.stream().allMatch(reader::can);
    }
}
