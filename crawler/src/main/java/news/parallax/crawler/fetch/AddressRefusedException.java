package news.parallax.crawler.fetch;

import java.net.UnknownHostException;

/** The guard does not let us connect to an address; a host all of whose addresses are refused is as good as unknown. */
final class AddressRefusedException extends UnknownHostException {

    AddressRefusedException(String message) {
        super(message);
    }
}
