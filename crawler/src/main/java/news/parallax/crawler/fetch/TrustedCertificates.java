package news.parallax.crawler.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import okhttp3.tls.HandshakeCertificates;

/** Certificate authorities that are trusted beside those of the Java runtime. */
final class TrustedCertificates {

    private TrustedCertificates() {}

    /** Reads a PEM file; throws {@link IllegalArgumentException} if it cannot be read. */
    static HandshakeCertificates read(Path file) {
        var trusted = new HandshakeCertificates.Builder().addPlatformTrustedCertificates();
        try (InputStream pem = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.addTrustedCertificate((X509Certificate) certificate);
            }
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException("parallax.crawler.trusted-certificates cannot be read: " + file, e);
        }
        return trusted.build();
    }
}
