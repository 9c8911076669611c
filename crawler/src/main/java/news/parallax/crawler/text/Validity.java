package news.parallax.crawler.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * How bytes fare in a charset. A sequence that is cut off at the end counts neither way, since bodies are cut at a limit.
 *
 * @param errors places that cannot be read
 * @param beyondAscii characters other than ASCII that can
 */
record Validity(int errors, int beyondAscii) {

    /** Of so many characters beyond ASCII one may be broken, as where two sources are pasted together. */
    private static final int CHARACTERS_PER_ERROR = 50;

    static Validity of(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        int errors = 0;
        int beyondAscii = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, false);
            out.flip();
            while (out.hasRemaining()) {
                beyondAscii += out.get() >= 0x80 ? 1 : 0;
            }
            out.clear();
            if (result.isUnderflow()) {
                return new Validity(errors, beyondAscii);
            }
            if (result.isError()) {
                errors++;
                in.position(in.position() + Math.min(result.length(), in.remaining()));
                decoder.reset();
            }
        }
    }

    boolean isClean() {
        return errors == 0;
    }

    /** Whether what is broken is little beside what is not. */
    boolean isNearlyClean() {
        return errors * CHARACTERS_PER_ERROR <= beyondAscii;
    }
}
