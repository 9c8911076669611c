package news.parallax.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import news.parallax.crawler.TestConfig;
import news.parallax.crawler.fetch.FetchResult.Failed;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import okhttp3.HttpUrl;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS, with certificates of our own. */
class SecureTransportTest {

    @TempDir
    private Path folder;

    private final List<String> versions = new CopyOnWriteArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .signedBy(authority)
                .build();
        Files.writeString(folder.resolve("authority.pem"), authority.certificatePem());
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .setCertValue(Buffer.buffer(certificate.certificatePem()))
                                .setKeyValue(Buffer.buffer(certificate.privateKeyPkcs8Pem()))))
                .requestHandler(request -> {
                    versions.add(request.version() + " " + request.host() + request.path());
                    request.response().end("page");
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aServerThatSpeaksHttp2IsSpokenToInIt() throws Exception {
        FetchResult page = fetch(
                "localhost",
                "trusted-certificates",
                folder.resolve("authority.pem").toString());
        assertThat(page).isInstanceOf(Fetched.class);
        assertThat(versions).contains("HTTP_2 localhost:" + server.actualPort() + "/page");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        assertThat(fetch("localhost"))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.error()).isEqualTo(FetchError.TLS));
        assertThat(versions).isEmpty();
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        FetchResult page = fetch(
                "127.0.0.1",
                "trusted-certificates",
                folder.resolve("authority.pem").toString());
        assertThat(page)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.error()).isEqualTo(FetchError.TLS));
        assertThat(versions).isEmpty();
    }

    private FetchResult fetch(String host, String... settings) throws InterruptedException {
        String[] all = Stream.concat(
                        Stream.of("allow-private-addresses", "true", "host-interval", "0s"), Stream.of(settings))
                .toArray(String[]::new);
        return new Fetcher(TestConfig.with(all), InstantSource.system())
                .fetch(HttpUrl.get("https://" + host + ":" + server.actualPort() + "/page"), Validators.NONE);
    }
}
