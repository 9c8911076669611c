package news.parallax.crawler.eval;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.parallax.crawler.text.Charsets;

/**
 * Rows of bytes ({@code file} or {@code data_b64}) and the {@code encoding} they are in. Right is the text that this
 * encoding gives, be it the JVM's charset of that name or what the name means on the web. Rows of files are judged a
 * second time with all statements made unreadable; that figure is apart.
 */
final class CharsetEval implements Suite {

    private static final Pattern STATEMENT = Pattern.compile("(?i)(charset|encoding)(\\s*=)");

    private final Charsets charsets = new Charsets();
    private int files;
    private int undeclaredRight;

    @Override
    public Verdict judge(EvalRow row) throws IOException {
        boolean page = row.text("file").isEmpty();
        byte[] body = page ? Base64.getDecoder().decode(row.text("data_b64")) : row.file("file");
        Charsets.Kind kind = page
                ? Charsets.Kind.HTML
                : row.text("kind").equals("text") ? Charsets.Kind.TEXT : kind(row.text("file"));
        var decoded = charsets.decode(body, "", kind);
        if (!page) {
            files++;
            byte[] silent = silent(body);
            undeclaredRight += texts(silent, row.text("encoding"))
                            .contains(charsets.decode(silent, "", kind).text())
                    ? 1
                    : 0;
        }
        return texts(body, row.text("encoding")).contains(decoded.text())
                ? Verdict.PASSED
                : new Verdict.Failed("expected " + row.text("encoding") + ", found " + decoded.charset());
    }

    private static Charsets.Kind kind(String file) {
        return file.endsWith(".html") ? Charsets.Kind.HTML : Charsets.Kind.XML;
    }

    private static byte[] silent(byte[] body) {
        String bytes = new String(body, StandardCharsets.ISO_8859_1);
        return STATEMENT.matcher(bytes).replaceAll("x$2").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Set<String> texts(byte[] body, String encoding) {
        Set<String> texts = new LinkedHashSet<>();
        String plain = encoding.replaceFirst("(?i)-sig$", "");
        String number = plain.replaceFirst("(?i)^cp", "");
        for (String name : List.of(plain, "x-" + plain, "IBM" + number, "x-IBM" + number)) {
            if (Charset.isSupported(name)) {
                texts.add(text(body, Charset.forName(name)));
            }
        }
        String named = "text/html; charset=" + plain.toLowerCase(Locale.ROOT);
        Charsets.meant(named).ifPresent(charset -> texts.add(text(body, charset)));
        return texts;
    }

    private static String text(byte[] body, Charset charset) {
        String text = new String(body, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public Map<String, Object> figures() {
        return files == 0 ? Map.of() : Map.of("undeclared_right", EvalCommand.share(undeclaredRight, files));
    }
}
