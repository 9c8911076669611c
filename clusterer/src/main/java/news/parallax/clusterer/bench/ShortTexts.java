package news.parallax.clusterer.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.ContentHash;

/**
 * Reads texts to put load on the clusterer: a tab-separated file with a header, of which the columns {@code kind}
 * (fourth) and {@code text} (sixth) count. Their years are not kept: all are published within one week, in order, so that
 * the time between them excludes few stories, as in a live window.
 */
public final class ShortTexts {

    private static final Duration SPAN = Duration.ofDays(7);
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final int KIND = 3;
    private static final int TEXT = 5;

    private ShortTexts() {}

    /** Returns the first texts of a file, at most so many; lines without text are left out. */
    public static List<ArticleText> read(Path file, int limit) throws IOException {
        List<ArticleText> texts = new ArrayList<>();
        try (BufferedReader lines = open(file)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null && texts.size() < limit; line = lines.readLine()) {
                String[] columns = line.split("\t", -1);
                if (columns.length > TEXT && !columns[TEXT].isBlank()) {
                    texts.add(article(texts.size(), columns[KIND].equals("title"), columns[TEXT]));
                }
            }
        }
        return inOneWeek(texts);
    }

    private static ArticleText article(int number, boolean isTitle, String text) {
        String body = isTitle ? "" : text;
        return new ArticleText(
                "text-" + number,
                isTitle ? text : "",
                "",
                body,
                "en",
                START,
                isTitle ? "" : ContentHash.of(body),
                false,
                "",
                "");
    }

    private static List<ArticleText> inOneWeek(List<ArticleText> texts) {
        List<ArticleText> dated = new ArrayList<>(texts.size());
        for (ArticleText text : texts) {
            dated.add(text.at(START.plusSeconds(SPAN.toSeconds() * dated.size() / texts.size())));
        }
        return dated;
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }
}
