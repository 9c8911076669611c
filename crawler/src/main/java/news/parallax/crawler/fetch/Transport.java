package news.parallax.crawler.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.metrics.CrawlMetrics;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** Sends one GET and reads one answer, within limits. Follows no redirect and keeps no cookie. */
final class Transport {

    private static final String ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml,"
            + " application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5";

    /** Ours: what is read of the body of a redirect or an error, so that its connection can be used again. */
    private static final long REST_LIMIT_BYTES = 64 * 1024;

    private final OkHttpClient client;
    private final AddressGuard guard;
    private final Network network;
    private final Optional<ProxyAddress> proxy;
    private final String userAgent;
    private final Map<String, String> connectTo;
    private final long wireLimitBytes;
    private final long headerLimitBytes;

    Transport(CrawlerConfig config, Network network) {
        this.network = network;
        this.guard = new AddressGuard(config.allowPrivateAddresses());
        this.proxy = config.proxy().map(ProxyAddress::of);
        this.userAgent = config.userAgent()
                + "/1.0"
                + config.contact().map(contact -> " (+" + contact + ")").orElse("");
        this.connectTo = config.connectTo();
        this.wireLimitBytes = config.wireLimit().asLongValue();
        this.headerLimitBytes = config.headerLimit().asLongValue();
        this.client = builder(config.trustedCertificates())
                .proxy(proxy.map(ProxyAddress::proxy).orElse(Proxy.NO_PROXY))
                .dns(this::addresses)
                .socketFactory(new GuardedSockets(guard, network, proxy))
                .cookieJar(CookieJar.NO_COOKIES)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(config.connectTimeout())
                .readTimeout(config.firstByteTimeout())
                .callTimeout(config.fetchTimeout())
                .connectionPool(new ConnectionPool(config.connectionsIdle(), 30, TimeUnit.SECONDS))
                .addNetworkInterceptor(chain -> readable(chain.proceed(chain.request())))
                .build();
    }

    private static OkHttpClient.Builder builder(Optional<Path> trustedCertificates) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder();
        trustedCertificates.map(TrustedCertificates::read).ifPresent(trusted -> {
            builder.sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager());
        });
        return builder;
    }

    private List<InetAddress> addresses(String host) throws UnknownHostException {
        List<InetAddress> addresses = network.addresses(host);
        if (proxy.filter(its -> its.host().equals(host)).isEmpty()) {
            guard.check(host, addresses);
        }
        return addresses;
    }

    /**
     * Throws {@link AddressRefusedException} if the URL must not be asked for. Behind a proxy names are looked up here too,
     * since no socket of ours sees their addresses; a name that only the proxy knows passes.
     */
    void check(HttpUrl url) throws AddressRefusedException {
        guard.check(url);
        if (proxy.isEmpty() || addressOf(url).isPresent()) {
            return;
        }
        try {
            guard.check(url.host(), network.addresses(url.host()));
        } catch (AddressRefusedException refused) {
            throw refused;
        } catch (UnknownHostException unknown) {
            return; // a network that reaches the web by its proxy alone often resolves nothing
        }
    }

    /**
     * Sends one GET. Reads at most {@code limitBytes} of the decompressed body; {@link Answer#truncated} tells whether
     * there was more.
     *
     * @throws TooLongException if the body is longer on the wire than any body may be, or the headers are too long
     * @throws AddressRefusedException if the guard refuses the host
     */
    Answer get(HttpUrl url, Validators validators, long limitBytes) throws IOException {
        check(url);
        Request.Builder request = new Request.Builder()
                .url(addressOf(url).orElse(url))
                .header("Host", hostHeader(url))
                .header("User-Agent", userAgent)
                .header("Accept", ACCEPT)
                .header("Accept-Encoding", ContentCoding.ACCEPTED);
        if (!validators.etag().isEmpty()) {
            request.header("If-None-Match", validators.etag());
        }
        if (!validators.lastModified().isEmpty()) {
            request.header("If-Modified-Since", validators.lastModified());
        }
        long start = System.nanoTime();
        long bytes = 0;
        try (Response response = client.newCall(request.build()).execute()) {
            if (response.headers().byteCount() > headerLimitBytes) {
                throw new TooLongException("headers are", headerLimitBytes);
            }
            Answer answer =
                    answer(response, response.code() == 200 ? limitBytes : Math.min(limitBytes, REST_LIMIT_BYTES));
            bytes = answer.body().length;
            return answer;
        } finally {
            CrawlMetrics.request(Duration.ofNanos(System.nanoTime() - start), bytes);
        }
    }

    /** Sends a form; only the status is read. */
    int post(HttpUrl url, Map<String, String> form) throws IOException {
        check(url);
        FormBody.Builder body = new FormBody.Builder();
        form.forEach(body::add);
        Request request = new Request.Builder()
                .url(addressOf(url).orElse(url))
                .header("Host", hostHeader(url))
                .header("User-Agent", userAgent)
                .post(body.build())
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }

    private Answer answer(Response response, long limitBytes) throws IOException {
        BufferedSource wire = new WireLimit(response.body().source(), wireLimitBytes).buffered();
        try (BufferedSource body = ContentCoding.unpacked(response.header("Content-Encoding", ""), wire)) {
            boolean truncated = body.request(limitBytes + 1);
            byte[] bytes = truncated ? body.readByteArray(limitBytes) : body.readByteArray();
            return new Answer(response.code(), response.headers(), bytes, truncated);
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

    /** OkHttp reads a pause as an int, and breaks on a longer number. */
    private static Response readable(Response response) {
        String pause = response.header("Retry-After", "");
        return pause.matches("\\d{10,}")
                ? response.newBuilder().header("Retry-After", "999999999").build()
                : response;
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

    /** Something is longer than its limit. */
    static final class TooLongException extends IOException {
        TooLongException(String what, long limitBytes) {
            super(what + " longer than " + limitBytes + " bytes");
        }
    }
}
