package news.parallax.catalog.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.parallax.catalog.bench.InventedStory.InventedArticle;
import news.parallax.catalog.coverage.CountedSource;
import news.parallax.catalog.coverage.GapRule;
import news.parallax.catalog.coverage.OwnerCategory;
import news.parallax.catalog.coverage.SplitCounts;

/** Puts invented news into the tables as the catalog would have left them. */
final class LoadRepository {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NULL = "\\N";
    private static final GapRule GAP = new GapRule(7, 20, 20, 1);
    private static final int VECTORS = 1_000;
    private static final Instant RANK_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    /** Of the size of those that the clusterer sends. */
    private static final String NEAREST = IntStream.range(0, 3)
            .mapToObj(i ->
                    ("{\"articleId\":\"%032x\",\"probability\":0.87%d,\"evidence\":{\"embedding\":0.71,\"terms\":0.33,"
                                    + "\"title\":0.41,\"names\":0.52,\"time\":0.93},\"timeGapSeconds\":1234,\"sharedNames\":[\"Somebody\","
                                    + "\"Somewhere\"],\"sharedTerms\":[\"one\",\"two\",\"three\",\"four\"]}")
                            .formatted(i, i))
            .collect(Collectors.joining(",", "[", "]"));

    private final DatabaseRepository database;

    LoadRepository(DatabaseRepository database) {
        this.database = database;
    }

    /** Adds the outlets of a press, with an owner for each category. */
    void loadSources(InventedPress press) throws SQLException {
        try (var owners = into("owner (id, name, category, country)");
                var sources = into("source (id, name, country, language, bias, factuality)");
                var domains = into("source_domain (domain, source_id, position, covers_subdomains)");
                var owned = into("source_owner (source_id, position, owner_id)")) {
            for (var category : OwnerCategory.values()) {
                owners.row("bench-" + category, "Owner " + category, category, "US");
            }
            for (int number = 0; number < press.sources().size(); number++) {
                CountedSource source = press.sources().get(number);
                sources.row(
                        source.id(),
                        "Outlet " + number,
                        InventedPress.countryOf(number),
                        InventedPress.languageOf(number),
                        source.bias() == null ? NULL : source.bias(),
                        source.factuality() == null ? NULL : source.factuality());
                domains.row(source.id(), source.id(), 0, true);
                for (var category : source.owners()) {
                    owned.row(source.id(), 0, "bench-" + category);
                }
            }
        }
    }

    /** Adds stories with their articles, coverage and details; returns their ids. */
    List<String> loadStories(InventedPress press, int[] sizes) throws SQLException {
        List<String> vectors = IntStream.range(0, VECTORS)
                .mapToObj(_ -> "\\\\x" + HexFormat.of().formatHex(press.vector()))
                .toList();
        List<String> ids = new ArrayList<>();
        database.execute("select add_month(parent, month::date)"
                + " from unnest(array['article_text', 'story_coverage']) parent cross join"
                + " generate_series(date_trunc('month', now()) - interval '13 months', now(), '1 month') month");
        try (var rows = new Tables()) {
            for (int number = 0; number < sizes.length; number++) {
                InventedStory story = press.story(number, sizes[number]);
                rows.add(story, vectors);
                ids.add(story.id());
                if (number % 5_000 == 0) {
                    System.err.printf("\rloaded %d of %d stories   ", number, sizes.length);
                }
            }
        }
        database.execute("select setval('article_arrival', (select max(arrival) from article))");
        database.execute("analyze");
        database.execute("insert into story_search_due (story_id) select id from story order by id");
        return ids;
    }

    private CopyStream into(String columns) throws SQLException {
        return CopyStream.into(database.connect(), columns);
    }

    /** The tables that stories are spread over. */
    private final class Tables implements AutoCloseable {
        private final CopyStream articles =
                into("article (id, canonical_url, source_id, title, lead, authors, language,"
                        + " publish_time, discover_time, observe_time, image_url, section, kind, paywall, content_hash, wire_credit,"
                        + " month, arrival)");
        private final CopyStream texts = into("article_text (article_id, month, text, embedding)");
        private final CopyStream stories = into(
                "story (id, title, title_article_id, summary, article_count, source_count,"
                        + " independent_source_count, coverage_sources, coverage_time, gap, rank, publish_time, update_time)");
        private final CopyStream memberships =
                into("membership (article_id, story_id, similarity, evidence, shared_terms, create_time)");
        private final CopyStream explanations =
                into("membership_explanation (article_id, story_id, threshold, founder, compared_count, nearest)");
        private final CopyStream coverage = into("story_coverage (story_id, as_of_time, sources)");
        private final CopyStream details = into("story_details (story_id, details)");
        private long arrival = database.articles();

        private Tables() throws SQLException {}

        private void add(InventedStory story, List<String> vectors) throws SQLException {
            Map<String, CountedSource> counted = new TreeMap<>();
            for (InventedArticle article : story.articles()) {
                addArticle(article, vectors.get((int) (++arrival % vectors.size())));
                memberships.row(
                        article.id(),
                        story.id(),
                        0.8,
                        "{\"embedding\": 0.81, \"terms\": 0.44, \"title\": 0.52, \"names\": 0.37, \"time\": 0.93}",
                        "{harbor,storm,ferry,coast}",
                        article.time());
                explanations.row(article.id(), story.id(), 0.5, false, 3, NEAREST);
                if (counted.putIfAbsent(article.source().id(), article.source()) == null) {
                    coverage.row(story.id(), article.time().plusMillis(counted.size()), json(counted.values()));
                }
            }
            addStory(story, List.copyOf(counted.values()));
        }

        private void addArticle(InventedArticle article, String vector) throws SQLException {
            int number = Math.floorMod(article.id().hashCode(), 100);
            articles.row(
                    article.id(),
                    article.url(),
                    article.source().id(),
                    article.title(),
                    article.lead(),
                    "{Ada Quill}",
                    InventedPress.LANGUAGES.get(number % InventedPress.LANGUAGES.size()),
                    article.time(),
                    article.time(),
                    article.time(),
                    article.url() + "/image.jpg",
                    "World",
                    number < 10 ? "OPINION" : "NEWS",
                    number % 5 == 0,
                    InventedPress.hash(article.id(), 64),
                    "",
                    monthOf(article),
                    arrival);
            texts.row(article.id(), monthOf(article), article.text(), vector);
        }

        private static LocalDate monthOf(InventedArticle article) {
            return LocalDate.ofInstant(article.time(), ZoneOffset.UTC).withDayOfMonth(1);
        }

        private void addStory(InventedStory story, List<CountedSource> counted) throws SQLException {
            InventedArticle first = story.articles().getFirst();
            Instant updated = story.articles().getLast().time();
            double hours = Duration.between(RANK_EPOCH, updated).toSeconds() / 3600.0;
            stories.row(
                    story.id(),
                    first.title(),
                    first.id(),
                    json(List.of(Map.of("text", first.lead(), "articleId", first.id()))),
                    story.articles().size(),
                    counted.size(),
                    counted.size(),
                    json(counted),
                    updated.plusSeconds(1),
                    SplitCounts.of(counted, GAP).gapSide().isPresent(),
                    hours + 12 * Math.log1p(counted.size()),
                    first.time(),
                    updated);
            details.row(story.id(), json(InventedDetails.of(story)));
        }

        private static String json(Object value) {
            try {
                return JSON.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws SQLException {
            try (articles;
                    texts;
                    stories;
                    memberships;
                    explanations;
                    coverage;
                    details) {
                System.err.println();
            }
        }
    }
}
