package news.parallax.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import okio.Buffer;
import okio.BufferedSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {

    private static final byte[] TEXT = "Wörter, Wörter, Wörter. ".repeat(500).getBytes(StandardCharsets.UTF_8);

    @BeforeAll
    static void findEncoder() {
        Brotli4jLoader.ensureAvailability();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "gzip", "x-gzip", "GZIP", "deflate", "br", "zstd", "gzip, br", "br,gzip"})
    void whatIsPackedIsUnpacked(String header) throws IOException {
        byte[] packed = TEXT;
        for (String coding : header.toLowerCase(Locale.ROOT).split(",")) {
            packed = pack(coding.strip(), packed);
        }
        assertThat(unpacked(header, packed)).isEqualTo(TEXT);
    }

    @Test
    void deflateWithoutItsHeaderIsReadToo() throws IOException {
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bare, new Deflater(9, true))) {
            out.write(TEXT);
        }
        assertThat(unpacked("deflate", bare.toByteArray())).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void whatIsNotPackedThoughItSaysSoIsReadAsItIs(String coding) throws IOException {
        assertThat(unpacked(coding, TEXT)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compress", "gzip, gzip, gzip", "aes128gcm"})
    void whatCannotBeUnpackedIsAnError(String header) {
        assertThatThrownBy(() -> unpacked(header, TEXT)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void whatIsCutOffOrBrokenIsAnErrorAndNoText(String coding) throws IOException {
        byte[] packed = pack(coding, TEXT);
        byte[] half = Arrays.copyOf(packed, packed.length / 2);
        assertThatThrownBy(() -> unpacked(coding, half)).isInstanceOf(IOException.class);
    }

    private static byte[] unpacked(String header, byte[] packed) throws IOException {
        try (BufferedSource source = ContentCoding.unpacked(header, new Buffer().write(packed))) {
            return source.readByteArray();
        }
    }

    private static byte[] pack(String coding, byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        switch (coding) {
            case "gzip", "x-gzip" -> write(new GZIPOutputStream(packed), bytes);
            case "deflate" -> write(new DeflaterOutputStream(packed), bytes);
            case "br" -> packed.write(Encoder.compress(bytes));
            case "zstd" -> packed.write(Zstd.compress(bytes));
            default -> packed.write(bytes);
        }
        return packed.toByteArray();
    }

    private static void write(OutputStream out, byte[] bytes) throws IOException {
        try (out) {
            out.write(bytes);
        }
    }
}
