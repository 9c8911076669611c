package news.parallax.crawler.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the charset of bytes that do not say it: reads them in each and takes the one in which they are most likely
 * somebody's words. Of charsets that read the same, the first wins.
 */
final class CharsetDetector {

    /** Bytes looked at; headlines of a few words suffice, more only takes longer. */
    private static final int SAMPLE_BYTES = 4000;

    private static final List<Charset> FREQUENT = charsets(
            "windows-1252",
            "windows-1251",
            "windows-1250",
            "windows-1254",
            "windows-1253",
            "windows-1256",
            "windows-1255",
            "windows-1257",
            "x-windows-874",
            "GB18030",
            "windows-31j",
            "EUC-JP",
            "x-windows-949",
            "Big5-HKSCS",
            "KOI8-R",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-7",
            "ISO-8859-6",
            "ISO-8859-15",
            "windows-1258");

    private static final List<Charset> RARE = charsets(
            "KOI8-U",
            "ISO-8859-3",
            "ISO-8859-4",
            "ISO-8859-8",
            "ISO-8859-13",
            "ISO-8859-16",
            "x-MacCyrillic",
            "IBM866",
            "IBM855",
            "x-EUC-TW",
            "x-Johab",
            "x-MacRoman",
            "x-MacCentralEurope",
            "x-MacGreek",
            "x-MacTurkish",
            "x-MacIceland",
            "x-MacCroatian",
            "x-MacRomania",
            "IBM437",
            "IBM850",
            "IBM852",
            "IBM857",
            "IBM775",
            "IBM862",
            "IBM737",
            "IBM00858");

    private static final List<Charset> EBCDIC =
            charsets("IBM500", "IBM1026", "IBM424", "IBM420", "x-IBM875", "x-IBM1025", "IBM273", "IBM297");

    private static final List<Charset> ESCAPED = charsets("ISO-2022-JP", "ISO-2022-KR");

    private static final List<Charset> WIDE = charsets("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE");

    /** What a rare charset must be better by: about one unusual symbol. */
    private static final double RARITY = 8;

    /** Plain words looked at behind one that is not, where such are few. */
    private static final int CONTEXT_PIECES = 4;

    private final Likelihood likelihood = new Likelihood();

    /** Returns the likeliest charset; empty if the bytes are valid in none, or plain ASCII. */
    Optional<Charset> detect(byte[] body) {
        if (has(body, (byte) 0)) {
            Optional<Charset> wide = likeliest(WIDE, start(body, SAMPLE_BYTES), List.of());
            if (wide.isPresent()) {
                return wide;
            }
        }
        byte[] sample = sample(body);
        if (has(body, (byte) 0x1b) && sample.length == 0) {
            return likeliest(ESCAPED, start(body, SAMPLE_BYTES), List.of());
        }
        if (isEbcdic(body)) {
            return likeliest(charsets("IBM037"), start(body, SAMPLE_BYTES), EBCDIC);
        }
        return sample.length == 0 ? Optional.empty() : likeliest(FREQUENT, sample, RARE);
    }

    /** Returns that of two charsets in which the bytes are likelier; the first if they read the same. */
    Charset likelier(byte[] body, Charset one, Charset other) {
        return likeliest(List.of(one, other), sample(body), List.of()).orElse(one);
    }

    private Optional<Charset> likeliest(List<Charset> frequent, byte[] sample, List<Charset> rare) {
        Optional<Charset> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (Charset charset : Stream.concat(frequent.stream(), rare.stream()).toList()) {
            double cost = likelihood.cost(sample, charset) + (rare.contains(charset) ? RARITY : 0);
            if (cost < least) {
                least = cost;
                best = Optional.of(charset);
            }
        }
        return best;
    }

    /**
     * Keeps the pieces that are not plain ASCII, each with the few that follow it if most of the text is ASCII, with spaces
     * between them. Pieces end at bytes that are no letter in any charset and no second byte in those with two.
     */
    private static byte[] sample(byte[] body) {
        int context = isMostlyAscii(body) ? CONTEXT_PIECES : 0;
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        int start = 0;
        int wanted = 0;
        boolean telling = false;
        boolean inTag = false;
        for (int i = 0; i <= body.length && sample.size() < SAMPLE_BYTES; i++) {
            if (i == body.length || isBetweenPieces(body[i])) {
                wanted = telling ? context + 1 : inTag ? 0 : wanted - 1;
                if (wanted > 0) {
                    sample.write(body, start, Math.min(i - start, SAMPLE_BYTES));
                    sample.write(' ');
                }
                inTag = i < body.length && (body[i] == '<' || (inTag && body[i] != '>'));
                start = i + 1;
                telling = false;
            } else {
                telling |= body[i] < 0;
            }
        }
        return sample.toByteArray();
    }

    private static boolean isBetweenPieces(byte value) {
        return (value >= 0 && value < '0') || value == '<' || value == '>';
    }

    private static boolean isMostlyAscii(byte[] body) {
        LetterBalance bytes = LetterBalance.of(body);
        return bytes.beyond() * 4 < bytes.letters();
    }

    /** In EBCDIC 0x40 is the space, and 0x20 is hardly ever written. */
    private static boolean isEbcdic(byte[] body) {
        int length = Math.min(body.length, SAMPLE_BYTES);
        int spaces = 0;
        int ascii = 0;
        for (int i = 0; i < length; i++) {
            spaces += body[i] == 0x40 ? 1 : 0;
            ascii += body[i] == ' ' || body[i] == '\n' || body[i] == 'e' ? 1 : 0;
        }
        return spaces * 20 > length && ascii * 100 < length;
    }

    private static byte[] start(byte[] body, int length) {
        return Arrays.copyOf(body, Math.min(body.length, length));
    }

    private static boolean has(byte[] body, byte value) {
        for (int i = 0; i < Math.min(body.length, SAMPLE_BYTES); i++) {
            if (body[i] == value) {
                return true;
            }
        }
        return false;
    }

    private static List<Charset> charsets(String... names) {
        return Stream.of(names)
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .toList();
    }
}
