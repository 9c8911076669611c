package news.parallax.gateway.webhook;

import java.io.IOException;

/** An address that must not be connected to. The message is for the reader who named it. */
final class AddressRefused extends IOException {
    AddressRefused(String message) {
        super(message);
    }
}
