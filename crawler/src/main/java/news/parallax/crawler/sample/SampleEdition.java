package news.parallax.crawler.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.parallax.crawler.outlet.Outlets;

/**
 * The bundled edition, read from the class path.
 *
 * @param articles newest first
 * @param events canonical URLs by event; a lone article is an event of one
 */
record SampleEdition(
        Outlets outlets, List<SampleArticle> articles, Map<String, List<String>> events, Map<String, Chrome> chromes) {

    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    /**
     * What an outlet's pages say around their articles, in one language.
     *
     * @param by what stands before the names in a byline
     */
    record Chrome(
            List<String> nav,
            String by,
            String readAlso,
            String mostRead,
            String advertisement,
            String cookies,
            String accept,
            String newsletter,
            String caption,
            String share,
            String commentsTitle,
            List<String> comments,
            String paywall,
            String imprint) {}

    /** One file of articles. Lone articles are kept together in files whose label starts with "lone-". */
    private record ArticleFile(String event, List<SampleArticle> articles) {

        String eventOf(SampleArticle article) {
            return event.startsWith("lone-") ? event + "/" + article.outlet() : event;
        }
    }

    static SampleEdition read() {
        try (InputStream chrome = resource("sample/chrome.yaml").openStream()) {
            List<SampleArticle> articles = new ArrayList<>();
            Map<String, List<String>> events = new LinkedHashMap<>();
            for (ArticleFile file : articleFiles()) {
                for (SampleArticle article : file.articles()) {
                    articles.add(withOriginalText(article, file));
                    events.computeIfAbsent(file.eventOf(article), _ -> new ArrayList<>())
                            .add(article.canonicalUrl());
                }
            }
            articles.sort(Comparator.comparing(SampleArticle::published).reversed());
            return new SampleEdition(
                    Outlets.bundled("sample/outlets.yaml"),
                    List.copyOf(articles),
                    events,
                    YAML.readValue(chrome, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SampleArticle withOriginalText(SampleArticle article, ArticleFile file) {
        return article.copyOf() == null
                ? article
                : file.articles().stream()
                        .filter(other -> other.outlet().equals(article.copyOf()))
                        .findFirst()
                        .map(original -> article.withText(original.text()))
                        .orElseThrow(() -> new IllegalStateException(
                                "no original for the copy " + article.outlet() + article.path()));
    }

    /** The class path is a folder when tests run and a jar when packaged. */
    private static List<ArticleFile> articleFiles() throws IOException {
        try {
            URI location = resource("sample/articles").toURI();
            if (location.getScheme().equals("file")) {
                return articleFiles(Path.of(location));
            }
            try (FileSystem jar = FileSystems.newFileSystem(location, Map.of())) {
                return articleFiles(jar.getPath("sample/articles"));
            }
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<ArticleFile> articleFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<ArticleFile> read = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                read.add(YAML.readValue(Files.readString(file), ArticleFile.class));
            }
            return read;
        }
    }

    private static URL resource(String name) throws IOException {
        URL url = SampleEdition.class.getClassLoader().getResource(name);
        if (url == null) {
            throw new IOException("not on the class path: " + name);
        }
        return url;
    }
}
