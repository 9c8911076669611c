package news.parallax.crawler.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.parallax.crawler.archive.ArchiveRecord.Content;
import news.parallax.crawler.archive.ArchiveRecord.Position;
import news.parallax.crawler.page.ExtractedArticle;

/** All articles of a JSONL archive at once: for measuring with them. */
public final class ArchivedArticles {

    private ArchivedArticles() {}

    /**
     * Reads them, without bad rows.
     *
     * @throws IOException if the file cannot be read
     */
    public static List<ExtractedArticle> of(Path file) throws IOException {
        List<ExtractedArticle> articles = new ArrayList<>();
        try (var archive = new JsonlArchive(file, Position.START)) {
            for (Optional<ArchiveRecord> next = archive.next(); next.isPresent(); next = archive.next()) {
                if (next.get().content() instanceof Content.Article found) {
                    articles.add(found.article());
                }
            }
        }
        return articles;
    }
}
