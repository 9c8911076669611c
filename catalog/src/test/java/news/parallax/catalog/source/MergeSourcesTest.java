package news.parallax.catalog.source;

import static news.parallax.catalog.CatalogService.feeds;
import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.searches;
import static news.parallax.catalog.CatalogService.sources;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.CatalogService.webhooks;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.Timestamp;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.Samples;
import news.parallax.catalog.search.Indexed;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.CoverageSource;
import news.parallax.catalog.v1.CreateFollowRequest;
import news.parallax.catalog.v1.CreateMuteRequest;
import news.parallax.catalog.v1.CreateWebhookRequest;
import news.parallax.catalog.v1.ExplainSourceRequest;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.GetSourceRequest;
import news.parallax.catalog.v1.ImportFeedsRequest;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.ListFeedsRequest;
import news.parallax.catalog.v1.ListFollowsRequest;
import news.parallax.catalog.v1.ListMutesRequest;
import news.parallax.catalog.v1.ListRatingOverridesRequest;
import news.parallax.catalog.v1.ListReadingsRequest;
import news.parallax.catalog.v1.LookupSourceRequest;
import news.parallax.catalog.v1.MergeSourcesRequest;
import news.parallax.catalog.v1.MergeSourcesResponse;
import news.parallax.catalog.v1.Owner;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.RatingOverride;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.RecordReadingRequest;
import news.parallax.catalog.v1.RowRefusal;
import news.parallax.catalog.v1.SearchStoriesRequest;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryFilter;
import news.parallax.catalog.v1.Target;
import news.parallax.catalog.v1.UpdateRatingOverrideRequest;
import news.parallax.catalog.v1.UpdateReaderRequest;
import news.parallax.catalog.v1.WebhookFilter;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class MergeSourcesTest {
    @Inject
    DataSource database;

    /** A table that is added some day is filled by nobody here, but its column is looked at. */
    @Test
    void nothingNamesTheSourceThatEndedAnyMore() throws SQLException {
        everythingOf("ends.example", "stays.example");
        MergeSourcesResponse merged = merge("ends.example", "stays.example");
        assertThat(merged)
                .returns(1, MergeSourcesResponse::getArticleCount)
                .returns(1, MergeSourcesResponse::getStoryCount)
                .returns(1, MergeSourcesResponse::getFeedCount)
                .returns(1, MergeSourcesResponse::getRatingCount);
        try (Connection connection = database.getConnection()) {
            List<String> columns = sourceColumns(connection);
            assertThat(columns)
                    .contains(
                            "article.source_id",
                            "reading.source_id",
                            "feed.source_id",
                            "past_contribution.source_id",
                            "webhook.source_ids");
            assertThat(columns.stream().filter(column -> names(connection, column, "ends.example")))
                    .isEmpty();
            assertThat(names(connection, "reader_mark.target_id", "ends.example"))
                    .isFalse();
            assertThat(names(connection, "source.id", "ends.example")).isFalse();
        }
    }

    /** Gives a source at least one row in every table that names one. */
    private void everythingOf(String id, String other) throws SQLException {
        importSources(
                source(id, OwnershipCategory.OWNERSHIP_CATEGORY_TELECOM).toBuilder()
                        .addDomains("alias-of-" + id)
                        .build(),
                source(other));
        importRatings(rating(id, "merge-rater", Bias.BIAS_LEFT));
        importFeed("https://" + id + "/rss", id);
        String story = storyId("everything of " + id);
        record(record(story, "https://" + id + "/a"));
        String reader = reader("everything of " + id);
        follow(reader, id);
        mute(reader, id);
        webhooks()
                .createWebhook(CreateWebhookRequest.newBuilder()
                        .setReaderId(reader)
                        .setUrl("https://hooks.example/")
                        .setName("hook")
                        .setFilter(WebhookFilter.newBuilder().addSourceIds(id).addSourceIds(other))
                        .build());
        rate(reader, id, Bias.BIAS_RIGHT);
        readers()
                .recordReading(RecordReadingRequest.newBuilder()
                        .setReaderId(reader)
                        .setArticleId(articleId("https://" + id + "/a"))
                        .build());
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into source_link (source_id, kind, url) values ('%s', 'wikidata', 'https://w.example/')"
                            .formatted(id));
            statement.executeUpdate(
                    "insert into source_flag (source_id, rater_id, flag, url) values ('%s', 'merge-rater', 'satire', '')"
                            .formatted(id));
            statement.executeUpdate("""
                    insert into past_contribution (story_id, source_id, article_count, independent, publish_time, update_time)
                    values ('%s', '%s', 1, true, now(), now())
                    """.formatted(story, id));
        }
    }

    private static List<String> sourceColumns(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select table_name || '.' || column_name from information_schema.columns
                            join information_schema.tables using (table_schema, table_name)
                        where table_schema = 'public' and table_type = 'BASE TABLE' and column_name like '%source_id%'
                        """)) {
            while (found.next()) {
                columns.add(found.getString(1));
            }
        }
        return columns;
    }

    private static boolean names(Connection connection, String column, String id) {
        String[] place = column.split("\\.");
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select exists (select from %s where cast(%s as text) ~ '(^|[{,])%s($|[,}])')"
                                .formatted(place[0], place[1], id))) {
            found.next();
            return found.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theIdThatEndedAndItsDomainsStandForTheOtherForEver() {
        importSources(
                source("for-ever-old.example").toBuilder()
                        .addDomains("for-ever-alias.example")
                        .build(),
                source("for-ever-new.example"));
        merge("for-ever-old.example", "for-ever-new.example");
        // a table that was written before knows nothing of it
        importSources(source("for-ever-new.example").toBuilder()
                .addDomains("for-ever-third.example")
                .build());
        assertThat(get("for-ever-old.example"))
                .returns("for-ever-new.example", Source::getId)
                .satisfies(source -> assertThat(source.getDomainsList())
                        .containsExactly("for-ever-new.example", "for-ever-third.example", "for-ever-old.example"));
        assertThat(sources()
                        .lookupSource(LookupSourceRequest.newBuilder()
                                .setUrl("https://m.for-ever-old.example/a")
                                .build())
                        .getSource()
                        .getId())
                .isEqualTo("for-ever-new.example");
        record(record(storyId("for ever"), "https://for-ever-old.example/late"));
        assertThat(get("for-ever-new.example").getArticleCount()).isEqualTo(1);
        ImportReport report = importSources(source("for-ever-old.example"));
        assertThat(report.getRefusalsList()).extracting(RowRefusal::getReason).containsExactly("DOMAIN_TAKEN");
    }

    @Test
    void storiesCountOneSourceAndPastSplitsStillNameBoth() {
        importSources(source("counted-old.example"), source("counted-new.example"));
        importRatings(rating("counted-old.example", "merge-rater", Bias.BIAS_LEFT));
        String story = storyId("counted twice");
        record(record(story, "https://counted-old.example/a"), record(story, "https://counted-new.example/a"));
        Timestamp then = story(story).getCoverage().getAsOfTime();
        merge("counted-old.example", "counted-new.example");

        assertThat(story(story))
                .returns(2, Story::getArticleCount)
                .returns(1, now -> now.getCoverage().getAll().getTotalSources())
                .returns(1, now -> now.getCoverage().getAll().getLeft());
        assertThat(listed(coverage(GetCoverageRequest.newBuilder().setStoryId(story))))
                .containsExactly(tuple(
                        "counted-new.example",
                        "The counted-new.example",
                        Bias.BIAS_LEFT,
                        sorted("https://counted-old.example/a", "https://counted-new.example/a")));
        assertThat(listed(coverage(
                        GetCoverageRequest.newBuilder().setStoryId(story).setAtTime(then))))
                .containsExactly(
                        tuple(
                                "counted-old.example",
                                "The counted-old.example",
                                Bias.BIAS_LEFT,
                                sorted("https://counted-old.example/a")),
                        tuple(
                                "counted-new.example",
                                "The counted-new.example",
                                Bias.BIAS_UNSPECIFIED,
                                sorted("https://counted-new.example/a")));
        Indexed.await();
        for (String id : List.of("counted-old.example", "counted-new.example")) {
            assertThat(searches()
                            .searchStories(SearchStoriesRequest.newBuilder()
                                    .setFilter(StoryFilter.newBuilder().addSourceIds(id))
                                    .build())
                            .getStoriesList())
                    .extracting(Story::getId)
                    .containsExactly(story);
        }
    }

    @Test
    void ofTwoRatingsTheNewerCountsAndTheOtherIsKept() {
        importSources(source("rated-old.example"), source("rated-new.example"));
        Rating newer = rating("rated-old.example", "merge-newer", Bias.BIAS_RIGHT).toBuilder()
                .setRateTime(timestamp(NOON.plus(Duration.ofDays(1))))
                .build();
        importRatings(
                newer,
                rating("rated-new.example", "merge-newer", Bias.BIAS_LEFT),
                rating("rated-old.example", "merge-same", Factuality.FACTUALITY_LOW),
                rating("rated-new.example", "merge-same", Factuality.FACTUALITY_HIGH));
        // both are corrected in one import, so that both ended at one moment
        importRatings(
                rating("rated-old.example", "merge-same", Factuality.FACTUALITY_MIXED),
                rating("rated-new.example", "merge-same", Factuality.FACTUALITY_VERY_HIGH));
        merge("rated-old.example", "rated-new.example");

        assertThat(get("rated-new.example"))
                .returns(Bias.BIAS_RIGHT, Source::getBias)
                .returns(Factuality.FACTUALITY_VERY_HIGH, Source::getFactuality);
        var axes = sources()
                .explainSource(ExplainSourceRequest.newBuilder()
                        .setSourceId("rated-old.example")
                        .build())
                .getAxesList();
        assertThat(axes.get(0).getEarlierList()).extracting(Rating::getBias).containsExactly(Bias.BIAS_LEFT);
        assertThat(axes.get(1).getEarlierList())
                .extracting(Rating::getFactuality)
                .containsExactlyInAnyOrder(
                        Factuality.FACTUALITY_LOW, Factuality.FACTUALITY_HIGH, Factuality.FACTUALITY_MIXED);
        assertThat(axes.get(1).getEarlierList()).extracting(Rating::getEndTime).doesNotHaveDuplicates();
    }

    @Test
    void ownersAreAddedAndOnlyGapsAreFilled() {
        importSources(
                source("gaps-old.example", OwnershipCategory.OWNERSHIP_CATEGORY_TELECOM).toBuilder()
                        .setPlace("Ghent")
                        .setKind("agency")
                        .build(),
                source("gaps-new.example", OwnershipCategory.OWNERSHIP_CATEGORY_GOVERNMENT).toBuilder()
                        .setKind("newspaper")
                        .build());
        importFeed("https://gaps-old.example/rss", "gaps-old.example");
        Source merged = merge("gaps-old.example", "gaps-new.example").getSource();
        assertThat(merged)
                .returns("Ghent", Source::getPlace)
                .returns("newspaper", Source::getKind)
                .returns("The gaps-new.example", Source::getName);
        assertThat(merged.getOwnersList())
                .extracting(Owner::getCategory)
                .containsExactly(
                        OwnershipCategory.OWNERSHIP_CATEGORY_GOVERNMENT, OwnershipCategory.OWNERSHIP_CATEGORY_TELECOM);
        assertThat(feeds().listFeeds(ListFeedsRequest.newBuilder()
                                .setSourceId("gaps-new.example")
                                .build())
                        .getFeedsList())
                .extracting(Feed::getUrl)
                .containsExactly("https://gaps-old.example/rss");
    }

    @Test
    void whatReadersChoseGoesWithIt() {
        importSources(source("chosen-old.example"), source("chosen-new.example"));
        record(record(storyId("chosen"), "https://chosen-old.example/a"));
        String reader = reader("chooses");
        follow(reader, "chosen-old.example");
        follow(reader, "chosen-new.example");
        mute(reader, "chosen-old.example");
        rate(reader, "chosen-new.example", Bias.BIAS_LEFT);
        rate(reader, "chosen-old.example", Bias.BIAS_RIGHT);
        readers()
                .recordReading(RecordReadingRequest.newBuilder()
                        .setReaderId(reader)
                        .setArticleId(articleId("https://chosen-old.example/a"))
                        .build());
        merge("chosen-old.example", "chosen-new.example");

        assertThat(readers()
                        .listFollows(ListFollowsRequest.newBuilder()
                                .setReaderId(reader)
                                .build())
                        .getFollowsList())
                .extracting(follow -> follow.getTarget().getSourceId())
                .containsExactly("chosen-new.example");
        assertThat(readers()
                        .listMutes(ListMutesRequest.newBuilder()
                                .setReaderId(reader)
                                .build())
                        .getMutesList())
                .extracting(mute -> mute.getTarget().getSourceId())
                .containsExactly("chosen-new.example");
        assertThat(readers()
                        .listRatingOverrides(ListRatingOverridesRequest.newBuilder()
                                .setReaderId(reader)
                                .build())
                        .getRatingOverridesList())
                .extracting(RatingOverride::getSourceId, RatingOverride::getBias)
                .containsExactly(tuple("chosen-new.example", Bias.BIAS_RIGHT));
        assertThat(readers()
                        .listReadings(ListReadingsRequest.newBuilder()
                                .setReaderId(reader)
                                .build())
                        .getReadingsCount())
                .isEqualTo(1);
    }

    @Test
    void theSameAgainChangesNothingAndARehearsalNothingAtAll() {
        importSources(source("again-old.example"), source("again-new.example"));
        record(record(storyId("again"), "https://again-old.example/a"));
        MergeSourcesRequest request = request("again-old.example", "again-new.example");
        MergeSourcesResponse rehearsed =
                sources().mergeSources(request.toBuilder().setDryRun(true).build());
        assertThat(get("again-old.example").getId()).isEqualTo("again-old.example");
        assertThat(sources().mergeSources(request)).isEqualTo(rehearsed);

        MergeSourcesResponse again = sources().mergeSources(request);
        assertThat(again.getArticleCount()).isZero();
        assertThat(again.getSource()).isEqualTo(rehearsed.getSource());
    }

    @Test
    void mergesOfMergesEndAtTheLastAndCannotRunInCircles() {
        importSources(source("chain-a.example"), source("chain-b.example"), source("chain-c.example"));
        record(record(storyId("chain"), "https://chain-a.example/a"));
        merge("chain-a.example", "chain-b.example");
        assertThat(reason(Code.FAILED_PRECONDITION, "chain-a.example", "chain-c.example"))
                .isEqualTo("SOURCE_MERGED");
        // by a name that it had before
        merge("chain-b.example", "chain-c.example");
        assertThat(get("chain-a.example").getId()).isEqualTo("chain-c.example");
        assertThat(merge("chain-a.example", "chain-b.example").getArticleCount())
                .isZero();
        assertThat(reason(Code.INVALID_ARGUMENT, "chain-c.example", "chain-a.example"))
                .isEqualTo("SAME_SOURCE");
        assertThat(get("chain-c.example").getArticleCount()).isEqualTo(1);
    }

    @Test
    void whatCannotBeMergedIsRefusedWithTheReason() {
        importSources(source("refused-merge.example").toBuilder()
                .addDomains("refused-merge-alias.example")
                .build());
        importSources(source("refused-merge-into.example"));
        assertThat(reason(Code.NOT_FOUND, "nowhere.example", "refused-merge.example"))
                .isEqualTo("SOURCE_NOT_FOUND");
        assertThat(reason(Code.NOT_FOUND, "refused-merge.example", "nowhere.example"))
                .isEqualTo("SOURCE_NOT_FOUND");
        assertThat(reason(Code.NOT_FOUND, "refused-merge-alias.example", "refused-merge-into.example"))
                .isEqualTo("SOURCE_NOT_FOUND");
        assertThat(reason(Code.INVALID_ARGUMENT, "refused-merge.example", "refused-merge.example"))
                .isEqualTo("SAME_SOURCE");
        assertThat(reason(Code.INVALID_ARGUMENT, "refused-merge.example", "refused-merge-alias.example"))
                .isEqualTo("SAME_SOURCE");
        assertThat(refusal(
                                Code.INVALID_ARGUMENT,
                                () -> sources()
                                        .mergeSources(
                                                request("refused-merge.example", "refused-merge-into.example")
                                                        .toBuilder()
                                                        .setReason("x".repeat(501))
                                                        .build()))
                        .getReason())
                .isEqualTo("REASON_INVALID");
    }

    private static String reason(Code code, String id, String into) {
        return refusal(code, () -> merge(id, into)).getReason();
    }

    private static MergeSourcesResponse merge(String id, String into) {
        return sources().mergeSources(request(id, into));
    }

    private static MergeSourcesRequest request(String id, String into) {
        return MergeSourcesRequest.newBuilder()
                .setSourceId(id)
                .setIntoSourceId(into)
                .setReason("One newsroom under two names")
                .build();
    }

    private static Source get(String id) {
        return sources()
                .getSource(GetSourceRequest.newBuilder().setSourceId(id).build())
                .getSource();
    }

    private static Coverage coverage(GetCoverageRequest.Builder request) {
        return stories().getCoverage(request.build()).getCoverage();
    }

    private static List<Tuple> listed(Coverage coverage) {
        return coverage.getSourcesList().stream().map(MergeSourcesTest::listed).toList();
    }

    private static Tuple listed(CoverageSource counted) {
        Source source = counted.getSource();
        return tuple(
                source.getId(),
                source.getName(),
                source.getBias(),
                counted.getArticleIdsList().stream().sorted().toList());
    }

    private static List<String> sorted(String... urls) {
        return List.of(urls).stream().map(Samples::articleId).sorted().toList();
    }

    private static void importFeed(String url, String sourceId) {
        feeds().importFeeds(ImportFeedsRequest.newBuilder()
                .addFeeds(Feed.newBuilder().setUrl(url).setSourceId(sourceId))
                .build());
    }

    private static String reader(String id) {
        return readers()
                .updateReader(UpdateReaderRequest.newBuilder()
                        .setReader(Reader.newBuilder().setId(id.replaceAll("[^a-z]", "-")))
                        .build())
                .getReader()
                .getId();
    }

    private static void follow(String reader, String sourceId) {
        readers()
                .createFollow(CreateFollowRequest.newBuilder()
                        .setReaderId(reader)
                        .setTarget(Target.newBuilder().setSourceId(sourceId))
                        .build());
    }

    private static void mute(String reader, String sourceId) {
        readers()
                .createMute(CreateMuteRequest.newBuilder()
                        .setReaderId(reader)
                        .setTarget(Target.newBuilder().setSourceId(sourceId))
                        .build());
    }

    private static void rate(String reader, String sourceId, Bias bias) {
        readers()
                .updateRatingOverride(UpdateRatingOverrideRequest.newBuilder()
                        .setReaderId(reader)
                        .setRatingOverride(RatingOverride.newBuilder()
                                .setSourceId(sourceId)
                                .setBias(bias))
                        .build());
    }
}
