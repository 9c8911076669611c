package news.parallax.crawler.fetch;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.Inflater;
import okio.BufferedSource;
import okio.ByteString;
import okio.GzipSource;
import okio.InflaterSource;
import okio.Okio;
import okio.Source;
import org.brotli.dec.BrotliInputStream;

/** Unpacks bodies (RFC 9110, §8.4.1) while they are read, so that what they unpack to can be bounded. */
public final class ContentCoding {

    static final String ACCEPTED = "gzip, deflate, br, zstd";

    /** Ours: nobody packs more often, but who means harm. */
    private static final int LAYERS_MAX = 2;

    private static final ByteString GZIP_START = ByteString.decodeHex("1f8b");
    private static final ByteString ZSTD_START = ByteString.decodeHex("28b52ffd");
    /** The largest window that a server may ask for: 8 MiB (RFC 9659). */
    private static final int ZSTD_WINDOW_BITS_MAX = 23;

    private ContentCoding() {}

    /**
     * Returns the body as it was before it was packed. What says that it is packed and shows not to be is left as it is.
     *
     * @param header Content-Encoding, empty if there is none
     * @throws IOException if the coding is unknown
     */
    public static BufferedSource unpacked(String header, BufferedSource body) throws IOException {
        List<String> codings = Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
        if (codings.size() > LAYERS_MAX) {
            throw new IOException("packed more than " + LAYERS_MAX + " times: " + header);
        }
        BufferedSource source = body;
        for (String coding : codings.reversed()) {
            source = Okio.buffer(unpackedOnce(coding, source));
        }
        return source;
    }

    private static Source unpackedOnce(String coding, BufferedSource body) throws IOException {
        if (body.exhausted()) {
            return body;
        }
        return switch (coding) {
            case "gzip", "x-gzip" -> startsWith(body, GZIP_START) ? new GzipSource(body) : body;
            case "deflate" -> new InflaterSource(body, new Inflater(!startsAsZlib(body)));
            case "br" -> Okio.source(new BrotliInputStream(body.inputStream()));
            case "zstd" ->
                startsWith(body, ZSTD_START)
                        ? Okio.source(
                                new ZstdInputStreamNoFinalizer(body.inputStream()).setLongMax(ZSTD_WINDOW_BITS_MAX))
                        : body;
            default -> throw new IOException("unknown Content-Encoding " + coding);
        };
    }

    private static boolean startsWith(BufferedSource body, ByteString start) throws IOException {
        return body.request(start.size()) && body.rangeEquals(0, start);
    }

    /** "deflate" means zlib (RFC 9110, §8.4.1.2), and some servers send what is inside it. */
    private static boolean startsAsZlib(BufferedSource body) throws IOException {
        if (!body.request(2)) {
            return false;
        }
        int method = body.getBuffer().getByte(0) & 0xFF;
        int check = body.getBuffer().getByte(1) & 0xFF;
        return (method & 0x0F) == 8 && (method << 8 | check) % 31 == 0;
    }
}
