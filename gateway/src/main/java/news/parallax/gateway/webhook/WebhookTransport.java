package news.parallax.gateway.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import news.parallax.gateway.GatewayConfig;

/**
 * Posts to strangers: to the address that was checked, whatever the name means by then; without following redirects; within a time and
 * reading few bytes. What a receiver answers is its status, and when it wants to be asked again.
 */
@Singleton
class WebhookTransport {
    private static final Duration BODY_GRACE = Duration.ofSeconds(2);
    private static final int HEADERS_LIMIT = 16 * 1024;
    private static final int LINE_LIMIT = 4 * 1024;

    private final Vertx vertx;
    private final HttpClient client;
    private final AddressGuard guard;
    private final Duration timeout;
    private final long bytesMax;

    WebhookTransport(Vertx vertx, GatewayConfig config) {
        GatewayConfig.Webhooks webhooks = config.webhooks();
        this.vertx = vertx;
        this.guard = new AddressGuard(webhooks.allowPrivate());
        this.timeout = webhooks.timeout();
        this.bytesMax = webhooks.answerBytes().asLongValue();
        var options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setMaxPoolSize(Math.clamp(webhooks.concurrent(), 1, WebhookDispatcher.CONCURRENT_MAX))
                .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
                .setMaxHeaderSize(HEADERS_LIMIT)
                .setMaxInitialLineLength(LINE_LIMIT)
                .setDecompressionSupported(false);
        webhooks.authorities()
                .map(TrustedAuthorities::besidesJava)
                .ifPresent(trusted -> options.setTrustOptions(TrustOptions.wrap(trusted)));
        this.client = vertx.createHttpClient(options);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Posts a body and waits until the receiver has answered, or has not in time. */
    Answer post(URI url, Map<String, String> headers, byte[] body) {
        try {
            return answer(url, headers, body).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return failed("The receiver did not answer within %d seconds.".formatted(timeout.toSeconds()));
        } catch (ExecutionException e) {
            return failed("The receiver could not be reached: %s"
                    .formatted(words(Objects.requireNonNullElse(e.getCause(), e))));
        } catch (IOException e) {
            return failed(e instanceof AddressRefused ? words(e) : "The host is not known: " + words(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("The gateway was stopped.");
        }
    }

    private CompletableFuture<Answer> answer(URI url, Map<String, String> headers, byte[] body) throws IOException {
        InetSocketAddress address = guard.resolve(url);
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(address))
                .setHost(unbracketed(url.getHost()))
                .setPort(address.getPort())
                .setSsl("https".equalsIgnoreCase(url.getScheme()))
                .setURI(target(url))
                .setFollowRedirects(false)
                .setTimeout(timeout.toMillis());
        headers.forEach(options::putHeader);
        var answer = new CompletableFuture<Answer>();
        client.request(options)
                .compose(request -> request.send(Buffer.buffer(body)).onSuccess(response -> bound(request, response)))
                .onSuccess(response -> answer.complete(toAnswer(response)))
                .onFailure(answer::completeExceptionally);
        return answer;
    }

    /** Reads little of the body and not for long: nobody looks at it. */
    private void bound(HttpClientRequest request, HttpClientResponse response) {
        var bytes = new AtomicLong();
        long timer =
                vertx.setTimer(BODY_GRACE.toMillis(), _ -> request.connection().close());
        response.exceptionHandler(_ -> vertx.cancelTimer(timer));
        response.endHandler(_ -> vertx.cancelTimer(timer));
        response.handler(part -> {
            if (bytes.addAndGet(part.length()) > bytesMax) {
                request.connection().close();
            }
        });
    }

    private static Answer toAnswer(HttpClientResponse response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Answer.Taken(status);
        }
        String error = status >= 300 && status < 400
                ? "The receiver answered %d; redirects are not followed.".formatted(status)
                : "The receiver answered %d.".formatted(status);
        return new Answer.Refused(status, error, RetryAfter.read(response.getHeader("Retry-After"), Instant.now()));
    }

    private static Answer failed(String error) {
        return new Answer.Refused(0, error, Optional.empty());
    }

    private static String words(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    private static String target(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
