package news.parallax.crawler.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why a fetch failed. The catalog knows the same kinds by the same names. */
public enum FetchError {
    HOST_UNKNOWN,
    UNREACHABLE,
    TIMEOUT,
    TLS,
    CLIENT_ERROR,
    SERVER_ERROR,
    GONE,
    RATE_LIMITED,
    ROBOTS,
    ADDRESS_REFUSED,
    TOO_MANY_REDIRECTS,
    TOO_LARGE,
    /** What was fetched is no feed. */
    UNREADABLE,
    OTHER;

    /** Returns what a status says that is neither 200 nor a redirect nor 304. */
    static FetchError ofStatus(int status) {
        return switch (status) {
            case 410 -> GONE;
            case 429, 503 -> RATE_LIMITED;
            default -> status >= 500 ? SERVER_ERROR : status >= 400 ? CLIENT_ERROR : OTHER;
        };
    }

    /** Returns why no answer came. */
    static FetchError of(IOException e) {
        return switch (Fetcher.refusal(e).orElse(e)) {
            case AddressRefusedException _ -> ADDRESS_REFUSED;
            case Transport.TooLongException _ -> TOO_LARGE;
            case UnknownHostException _ -> HOST_UNKNOWN;
            case InterruptedIOException _ -> TIMEOUT;
            case SSLException tls when !(tls.getCause() instanceof SocketException) -> TLS;
            default -> UNREACHABLE;
        };
    }
}
