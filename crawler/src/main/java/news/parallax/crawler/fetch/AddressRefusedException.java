package news.parallax.crawler.fetch;

import java.io.IOException;

/** The guard does not let us connect to an address. */
final class AddressRefusedException extends IOException {

    AddressRefusedException(String message) {
        super(message);
    }
}
