package news.parallax.crawler.fetch;

import java.io.IOException;
import java.net.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import news.parallax.crawler.CrawlerConfig;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;

/** Sends one GET and reads one answer, within limits. Follows no redirect, keeps no cookie, uses no proxy. */
final class Transport {

    private static final String ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml,"
            + " application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5";

    private final OkHttpClient client;
    private final String userAgent;
    private final Map<String, String> connectTo;
    private final long wireLimitBytes;

    Transport(CrawlerConfig config) {
        this.userAgent = config.userAgent()
                + "/1.0"
                + config.contact().map(contact -> " (+" + contact + ")").orElse("");
        this.connectTo = config.connectTo();
        this.wireLimitBytes = config.bodyLimit().asLongValue();
        this.client = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .socketFactory(new GuardedSockets(new AddressGuard(config.allowPrivateAddresses())))
                .cookieJar(CookieJar.NO_COOKIES)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(config.connectTimeout())
                .readTimeout(config.fetchTimeout())
                .callTimeout(config.fetchTimeout())
                .connectionPool(new ConnectionPool(32, 30, TimeUnit.SECONDS))
                .addNetworkInterceptor(chain -> limited(chain.proceed(chain.request())))
                .build();
    }

    /**
     * Sends one GET. Reads at most {@code limitBytes} of the decompressed body; {@link Answer#truncated} tells whether
     * there was more.
     *
     * @throws BodyTooLongException if the body is longer on the wire than any body may be
     * @throws AddressRefusedException if the guard refuses every address of the host
     */
    Answer get(HttpUrl url, Validators validators, long limitBytes) throws IOException {
        Request.Builder request = new Request.Builder()
                .url(addressOf(url).orElse(url))
                .header("Host", hostHeader(url))
                .header("User-Agent", userAgent)
                .header("Accept", ACCEPT);
        if (!validators.etag().isEmpty()) {
            request.header("If-None-Match", validators.etag());
        }
        if (!validators.lastModified().isEmpty()) {
            request.header("If-Modified-Since", validators.lastModified());
        }
        try (Response response = client.newCall(request.build()).execute()) {
            BufferedSource source = response.body().source();
            boolean truncated = source.request(limitBytes + 1);
            byte[] body = truncated ? source.readByteArray(limitBytes) : source.readByteArray();
            return new Answer(response.code(), response.headers(), body, truncated);
        }
    }

    /** Where to connect to instead, by the longest suffix of the host that the setting names. */
    private Optional<HttpUrl> addressOf(HttpUrl url) {
        if (url.isHttps() || connectTo.isEmpty()) {
            return Optional.empty();
        }
        String suffix = url.host();
        while (!connectTo.containsKey(suffix)) {
            int dot = suffix.indexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            suffix = suffix.substring(dot + 1);
        }
        HttpUrl target = HttpUrl.get("http://" + connectTo.get(suffix));
        return Optional.of(
                url.newBuilder().host(target.host()).port(target.port()).build());
    }

    private static String hostHeader(HttpUrl url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }

    /** Counts the bytes before decompression, which alone bounds a stream of empty blocks that inflates to nothing. */
    private Response limited(Response response) {
        ResponseBody body = response.body();
        var source = new ForwardingSource(body.source()) {
            private long bytes;

            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                long read = super.read(sink, byteCount);
                bytes += Math.max(read, 0);
                if (bytes > wireLimitBytes) {
                    throw new BodyTooLongException(wireLimitBytes);
                }
                return read;
            }
        };
        return readable(response)
                .body(ResponseBody.create(Okio.buffer(source), body.contentType(), body.contentLength()))
                .build();
    }

    /** OkHttp reads a pause as an int, and breaks on a longer number. */
    private static Response.Builder readable(Response response) {
        String pause = response.header("Retry-After", "");
        return pause.matches("\\d{10,}")
                ? response.newBuilder().header("Retry-After", "999999999")
                : response.newBuilder();
    }

    /** What a server answered. */
    record Answer(int status, Headers headers, byte[] body, boolean truncated) {

        String header(String name) {
            String value = headers.get(name);
            return value == null ? "" : value;
        }

        boolean redirect() {
            return switch (status) {
                case 301, 302, 303, 307, 308 -> true;
                default -> false;
            };
        }
    }

    /** The body is longer than the limit. */
    static final class BodyTooLongException extends IOException {
        BodyTooLongException(long limitBytes) {
            super("body is longer than " + limitBytes + " bytes");
        }
    }
}
