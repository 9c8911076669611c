package news.parallax.gateway.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates of receivers are believed: authorities that Java trusts, and those of a file. */
final class TrustedAuthorities {
    private TrustedAuthorities() {}

    /** Returns what believes both; IllegalArgumentException if the file is none of certificates in PEM. */
    static X509TrustManager besidesJava(Path pem) {
        try (InputStream file = Files.newInputStream(pem)) {
            Collection<? extends Certificate> own =
                    CertificateFactory.getInstance("X.509").generateCertificates(file);
            if (own.isEmpty()) {
                throw new IllegalArgumentException("no certificate is in " + pem);
            }
            List<Certificate> all = new ArrayList<>(own);
            all.addAll(List.of(trusting(null).getAcceptedIssuers()));
            return trusting(store(all));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("certificates cannot be read from " + pem + ": " + e.getMessage(), e);
        }
    }

    private static KeyStore store(List<Certificate> certificates) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("authority-" + i, certificates.get(i));
        }
        return store;
    }

    /** @param store null for what Java trusts */
    private static X509TrustManager trusting(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("every Java checks X.509"));
    }
}
