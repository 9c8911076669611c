package news.parallax.crawler.tls;

import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.netty.handler.ssl.SslContext;
import io.quarkus.arc.Unremovable;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509KeyManager;

/**
 * Shows our certificate to services that we call, and believes those of our authority alone. Certificates that are replaced
 * count for the next connection: Quarkus' own client for gRPC on Netty reads files once, and nothing of its TLS registry.
 */
@Singleton
@Unremovable
public class ServiceTls {
    private static final String[] KEY_TYPES = {"EC", "RSA", "EdDSA", "Ed25519"};

    private final TlsConfigurationRegistry registry;
    private final Vertx vertx;
    private final Map<String, Credentials> known = new ConcurrentHashMap<>();

    ServiceTls(TlsConfigurationRegistry registry, Vertx vertx) {
        this.registry = registry;
        this.vertx = vertx;
    }

    private record Credentials(AdvancedTlsX509KeyManager key, AdvancedTlsX509TrustManager trust, SslContext context) {}

    /** Returns a channel to be built, with the TLS configuration of that name. */
    public NettyChannelBuilder channelTo(String target, String tlsName) {
        return NettyChannelBuilder.forTarget(target)
                .sslContext(known.computeIfAbsent(tlsName, this::load).context());
    }

    void onUpdate(@Observes CertificateUpdatedEvent event) {
        Credentials credentials = known.get(event.name());
        if (credentials != null) {
            fill(credentials.key(), credentials.trust(), event.tlsConfiguration());
        }
    }

    private Credentials load(String tlsName) {
        TlsConfiguration tls = registry.get(tlsName)
                .orElseThrow(() -> new IllegalStateException("there is no TLS configuration quarkus.tls." + tlsName));
        try {
            var key = new AdvancedTlsX509KeyManager();
            var trust = AdvancedTlsX509TrustManager.newBuilder().build();
            fill(key, trust, tls);
            return new Credentials(
                    key,
                    trust,
                    GrpcSslContexts.forClient()
                            .keyManager(key)
                            .trustManager(trust)
                            .build());
        } catch (GeneralSecurityException | SSLException e) {
            throw new IllegalStateException("TLS configuration " + tlsName + " cannot be used", e);
        }
    }

    private void fill(AdvancedTlsX509KeyManager key, AdvancedTlsX509TrustManager trust, TlsConfiguration tls) {
        try {
            X509KeyManager ours = (X509KeyManager)
                    tls.getKeyStoreOptions().getKeyManagerFactory(vertx).getKeyManagers()[0];
            String alias = alias(ours);
            key.updateIdentityCredentials(ours.getCertificateChain(alias), ours.getPrivateKey(alias));
            trust.updateTrustCredentials(authorities(tls.getTrustStore()));
        } catch (Exception e) { // Vert.x declares nothing narrower
            throw new IllegalStateException("certificates cannot be read", e);
        }
    }

    private static String alias(X509KeyManager keys) {
        for (String type : KEY_TYPES) {
            String[] aliases = keys.getClientAliases(type, null);
            if (aliases != null && aliases.length > 0) {
                return aliases[0];
            }
        }
        throw new IllegalStateException("there is no certificate of our own");
    }

    private static X509Certificate[] authorities(KeyStore store) throws GeneralSecurityException, IOException {
        List<X509Certificate> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                found.add(certificate);
            }
        }
        return found.toArray(X509Certificate[]::new);
    }
}
