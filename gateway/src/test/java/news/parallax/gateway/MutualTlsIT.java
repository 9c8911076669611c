package news.parallax.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.StoryServiceGrpc;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged services with mutual TLS between them, by certificates that are made here. */
@EnabledIfSystemProperty(named = "parallax.services", matches = "true")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class MutualTlsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path folder = Path.of("target/mutual-tls").toAbsolutePath();
    private final Path hosts = folder.resolve("hosts");
    private final Map<String, Integer> ports = Map.of(
            "catalog", ServiceCopy.freePort(),
            "clusterer", ServiceCopy.freePort(),
            "crawler", ServiceCopy.freePort());
    private final Map<String, ServiceCopy> running = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Path data;
    private HeldCertificate authority = authority("ours");

    @BeforeAll
    void start() throws IOException {
        Files.createDirectories(folder);
        data = Files.createTempDirectory(folder, "data");
        Files.writeString(hosts, "127.0.0.1 localhost\n127.0.0.1 catalog\n127.0.0.1 clusterer\n");
        for (String service : List.of("catalog", "clusterer", "crawler", "gateway")) {
            certify(service);
        }
        for (String service : List.of("catalog", "clusterer", "crawler", "gateway")) {
            launch(service);
        }
    }

    @AfterAll
    void end() {
        client.close();
        running.values().forEach(ServiceCopy::end);
    }

    @Test
    @Order(1)
    void thePublicNeedsNoCertificateAndTheGatewayHasOne() throws Exception {
        assertThat(totalsByGateway()).isEqualTo(200);
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(strings = {"catalog", "clusterer", "crawler"})
    void nobodyIsLetInWithoutACertificateOrWithOneOfAnotherAuthority(String service) throws Exception {
        HeldCertificate others = authority("others");

        assertThatThrownBy(() -> health(service, trusting())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> health(service, with(trusting(), leaf(others, "gateway"))))
                .isInstanceOf(IOException.class);
        assertThat(health(service, with(trusting(), leaf(authority, "gateway"))))
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void callsWithoutACertificateAreNotAnswered() throws Exception {
        assertThat(articlesOfCatalog(with(trusting(), leaf(authority, "gateway"))))
                .isNotNegative();
        assertThatThrownBy(() -> articlesOfCatalog(trusting())).isInstanceOf(StatusRuntimeException.class);
        assertThatThrownBy(() -> articlesOfCatalog(with(trusting(), leaf(authority("others"), "gateway"))))
                .isInstanceOf(StatusRuntimeException.class);
    }

    @ParameterizedTest
    @Order(4)
    @ValueSource(strings = {"catalog", "clusterer", "crawler"})
    void thePlainPortAnswersProbesAndNothingElse(String service) throws Exception {
        ServiceCopy copy = running.get(service);

        assertThat(status(copy, "/q/health/live")).isEqualTo(200);
        assertThat(status(copy, "/q/health/../openapi")).isNotEqualTo(200);
        assertThat(status(copy, "/")).isEqualTo(403);
        ManagedChannel plain = NettyChannelBuilder.forAddress(
                        "127.0.0.1", copy.at("/").getPort())
                .usePlaintext()
                .build();
        try {
            assertThatThrownBy(() -> totals(plain)).isInstanceOf(StatusRuntimeException.class);
        } finally {
            plain.shutdownNow();
        }
    }

    @Test
    @Order(5)
    void certificatesThatAreReplacedAreTakenOverWithoutARestart() throws Exception {
        authority = authority("ours, renewed");
        for (String service : List.of("catalog", "gateway")) {
            certify(service);
        }

        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answersRenewed() && System.nanoTime() < end) {
            Thread.sleep(500);
        }
        assertThat(answersRenewed()).isTrue();
        running.remove("catalog")
                .end(); // so that the gateway has to connect anew, to one that knows the new authority alone
        launch("catalog");
        end = System.nanoTime() + PATIENCE.toNanos();
        while (totalsByGateway() != 200 && System.nanoTime() < end) {
            Thread.sleep(500);
        }
        assertThat(totalsByGateway()).isEqualTo(200);
    }

    private boolean answersRenewed() throws InterruptedException {
        try {
            return articlesOfCatalog(with(trusting(), leaf(authority, "gateway"))) >= 0;
        } catch (StatusRuntimeException | SSLException e) {
            return false;
        }
    }

    private int totalsByGateway() throws IOException, InterruptedException {
        return status(running.get("gateway"), "/v1/totals");
    }

    private int status(ServiceCopy copy, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(copy.at(path)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private int health(String service, SslContextBuilder tls) throws Exception {
        URI url = URI.create("https://127.0.0.1:" + ports.get(service) + "/q/health/live");
        var connection = (HttpsURLConnection) url.toURL().openConnection();
        connection.setSSLSocketFactory(
                ((JdkSslContext) tls.sslProvider(SslProvider.JDK).build())
                        .context()
                        .getSocketFactory());
        connection.setHostnameVerifier((_, _) -> true);
        return connection.getResponseCode();
    }

    private long articlesOfCatalog(SslContextBuilder tls) throws SSLException {
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", ports.get("catalog"))
                .overrideAuthority("catalog")
                .sslContext(GrpcSslContexts.configure(tls).build())
                .build();
        try {
            return totals(channel);
        } finally {
            channel.shutdownNow();
        }
    }

    private static long totals(ManagedChannel channel) {
        return StoryServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(30, TimeUnit.SECONDS)
                .getTotals(GetTotalsRequest.getDefaultInstance())
                .getArticleCount();
    }

    private SslContextBuilder trusting() {
        return SslContextBuilder.forClient().trustManager(authority.certificate());
    }

    private static SslContextBuilder with(SslContextBuilder tls, HeldCertificate own) {
        return tls.keyManager(own.keyPair().getPrivate(), own.certificate());
    }

    private static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName(name)
                .build();
    }

    private static HeldCertificate leaf(HeldCertificate by, String name) {
        return new HeldCertificate.Builder()
                .signedBy(by)
                .commonName(name)
                .addSubjectAlternativeName(name)
                .build();
    }

    private void certify(String service) throws IOException {
        Path here = Files.createDirectories(folder.resolve(service));
        HeldCertificate own = leaf(authority, service);
        ServiceCopy.replace(here.resolve("ca.crt"), authority.certificatePem());
        ServiceCopy.replace(here.resolve("tls.key"), own.privateKeyPkcs8Pem());
        ServiceCopy.replace(here.resolve("tls.crt"), own.certificatePem());
    }

    private void launch(String service) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "QUARKUS_PROFILE",
                "prod,mtls",
                "PARALLAX_TLS_FOLDER",
                folder.resolve(service).toString(),
                "PARALLAX_CATALOG_DATA",
                data.toString(),
                "PARALLAX_CRAWLER_CONTACT",
                "https://parallax.example/bot",
                "QUARKUS_GRPC_CLIENTS_CATALOG_HOST",
                "catalog",
                "QUARKUS_GRPC_CLIENTS_CATALOG_PORT",
                ports.get("catalog").toString(),
                "QUARKUS_GRPC_CLIENTS_CLUSTERER_HOST",
                "clusterer",
                "QUARKUS_GRPC_CLIENTS_CLUSTERER_PORT",
                ports.get("clusterer").toString()));
        settings.put("PARALLAX_GATEWAY_CATALOG_DEADLINE", "15s");
        if (ports.containsKey(service)) {
            settings.put("QUARKUS_HTTP_SSL_PORT", ports.get(service).toString());
        }
        running.put(
                service,
                ServiceCopy.start(
                        service,
                        "127.0.0.1",
                        ServiceCopy.freePort(),
                        folder,
                        settings,
                        "-Djdk.net.hosts.file=" + hosts));
    }
}
