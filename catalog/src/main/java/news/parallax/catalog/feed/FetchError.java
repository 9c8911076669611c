package news.parallax.catalog.feed;

/** Why a fetch failed. */
enum FetchError {
    HOST_UNKNOWN("the name of its host is not known"),
    UNREACHABLE("its server cannot be reached"),
    TIMEOUT("its server takes too long"),
    TLS("its certificate or encryption is refused"),
    CLIENT_ERROR("its server refuses the request"),
    SERVER_ERROR("its server is broken"),
    GONE("its server says that it is gone for good"),
    RATE_LIMITED("its server asks for a pause"),
    ROBOTS("robots.txt forbids it, or cannot be had"),
    ADDRESS_REFUSED("it is at an address that is never fetched"),
    TOO_MANY_REDIRECTS("it is redirected too often"),
    TOO_LARGE("it is too large"),
    UNREADABLE("what is there is no feed"),
    OTHER("its fetch failed");

    private static final int GONE_STATUS = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final String words;

    FetchError(String words) {
        this.words = words;
    }

    /** Returns why, as the end of a sentence. */
    String words() {
        return words;
    }

    /** Returns what a status says; OTHER if it is no failure, or if there was none. */
    static FetchError ofStatus(int status) {
        return switch (status) {
            case GONE_STATUS -> GONE;
            case TOO_MANY_REQUESTS, UNAVAILABLE -> RATE_LIMITED;
            default -> status >= 400 && status < 500 ? CLIENT_ERROR : status >= 500 ? SERVER_ERROR : OTHER;
        };
    }
}
