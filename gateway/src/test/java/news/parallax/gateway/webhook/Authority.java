package news.parallax.gateway.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of our own, as somebody has one who runs receivers at home; Java's keytool does the work. */
final class Authority {
    private static final String PASSWORD = "changeit";

    private final Path folder;

    private Authority(Path folder) {
        this.folder = folder;
    }

    static Authority make() {
        try {
            Path parent = Files.createDirectories(Path.of("target/authority").toAbsolutePath());
            var authority = new Authority(Files.createTempDirectory(parent, "of"));
            authority.keytool(
                    "-genkeypair", "-alias", "authority", "-keyalg", "EC", "-dname", "CN=Home", "-ext", "bc:c");
            authority.keytool(
                    "-exportcert",
                    "-rfc",
                    "-alias",
                    "authority",
                    "-file",
                    authority.pem().toString());
            return authority;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the one whose certificate this is, made before. */
    static Authority of(Path pem) {
        return new Authority(Objects.requireNonNull(pem.getParent()));
    }

    /** Where its certificate is, for those who trust it. */
    Path pem() {
        return folder.resolve("authority.pem");
    }

    /** What a server shows that has a certificate for localhost and no other name. */
    SSLContext forLocalhost() {
        return certified("valid", "-1d", "30");
    }

    /** The same, of which the certificate ended yesterday. */
    SSLContext outOfDate() {
        return certified("ended", "-31d", "30");
    }

    private SSLContext certified(String alias, String start, String days) {
        String request = folder.resolve(alias + ".csr").toString();
        String certificate = folder.resolve(alias + ".pem").toString();
        keytool("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=localhost");
        keytool("-certreq", "-alias", alias, "-file", request);
        keytool(
                "-gencert",
                "-alias",
                "authority",
                "-infile",
                request,
                "-outfile",
                certificate,
                "-rfc",
                "-ext",
                "san=dns:localhost",
                "-startdate",
                start,
                "-validity",
                days);
        keytool("-importcert", "-noprompt", "-alias", alias, "-file", certificate);
        return context(alias);
    }

    private SSLContext context(String alias) {
        try (InputStream stored = Files.newInputStream(folder.resolve("keys.p12"))) {
            var all = KeyStore.getInstance("PKCS12");
            all.load(stored, PASSWORD.toCharArray());
            var one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(
                    alias,
                    all.getKey(alias, PASSWORD.toCharArray()),
                    PASSWORD.toCharArray(),
                    all.getCertificateChain(alias));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void keytool(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString(), "-storepass", PASSWORD));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
