package news.parallax.gateway.cache;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** How an answer is compressed, the best first. Brotli comes as a native library, which not every platform has. */
enum Coding {
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("identity");

    private static final Encoder.Parameters BROTLI_PARAMETERS = new Encoder.Parameters().setQuality(5);
    private static final boolean HAS_BROTLI = Brotli4jLoader.isAvailable();

    /** The one that makes things smallest on this platform. */
    static final Coding BEST = HAS_BROTLI ? BROTLI : GZIP;

    private final String token;

    Coding(String token) {
        this.token = token;
    }

    /** Returns the best one that an Accept-Encoding header allows; identity if there is no header. */
    static Coding best(@Nullable String accepted) {
        if (accepted == null) {
            return IDENTITY;
        }
        String[] offers = accepted.toLowerCase(Locale.ROOT).split(",");
        if (HAS_BROTLI && offered(offers, BROTLI.token)) {
            return BROTLI;
        }
        return offered(offers, GZIP.token) ? GZIP : IDENTITY;
    }

    private static boolean offered(String[] offers, String token) {
        return Arrays.stream(offers)
                .map(offer -> offer.split(";"))
                .anyMatch(parts -> parts[0].strip().equals(token)
                        && (parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?")));
    }

    /** Name for the Content-Encoding header. */
    String token() {
        return token;
    }

    byte[] encode(byte[] body) {
        try {
            return switch (this) {
                case BROTLI -> Encoder.compress(body, BROTLI_PARAMETERS);
                case GZIP -> gzip(body);
                case IDENTITY -> body;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Undoes {@link #encode}. */
    byte[] decode(byte[] form) {
        try {
            return switch (this) {
                case BROTLI -> Decoder.decompress(form).getDecompressedData();
                case GZIP -> new GZIPInputStream(new ByteArrayInputStream(form)).readAllBytes();
                case IDENTITY -> form;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream(body.length / 3);
        try (var stream = new GZIPOutputStream(bytes, 1 << 13)) {
            stream.write(body);
        }
        return bytes.toByteArray();
    }
}
