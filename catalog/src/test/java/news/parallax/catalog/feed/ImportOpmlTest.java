package news.parallax.catalog.feed;

import static news.parallax.catalog.CatalogService.feeds;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.sources;
import static news.parallax.catalog.Samples.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.GetSourceRequest;
import news.parallax.catalog.v1.ImportOpmlRequest;
import news.parallax.catalog.v1.ImportOpmlResponse;
import news.parallax.catalog.v1.OpmlRow;
import news.parallax.catalog.v1.RowResult;
import news.parallax.catalog.v1.Source;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ImportOpmlTest {
    private static final String OPML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0"><body>
            <outline text="News">
            <outline text="Opml" xmlUrl="https://opml.example/rss" htmlUrl="https://www.opml.example/"/>
            <outline text="Broken" xmlUrl="opml.example/rss"/>
            <outline text="Opml" xmlUrl="https://opml.example/sport" category="Sport"/>
            </outline>
            <outline text="The Unheard" xmlUrl="https://cdn.example/unheard.xml" htmlUrl="https://unheard-opml.example/"/>
            </body></opml>
            """;

    @Test
    void eachRowIsReportedWithItsLineAndTheSameAgainChangesNothing() {
        importSources(source("opml.example"));
        ImportOpmlResponse first = take(OPML, false);
        ImportOpmlResponse again = take(OPML.replace("category=\"Sport\"", "category=\"Sports\""), false);

        assertThat(first.getRowsList())
                .extracting(
                        OpmlRow::getLine, OpmlRow::getUrl, OpmlRow::getResult, OpmlRow::getSourceId, OpmlRow::getReason)
                .containsExactly(
                        tuple(4, "https://opml.example/rss", RowResult.ROW_RESULT_ADDED, "opml.example", ""),
                        tuple(5, "opml.example/rss", RowResult.ROW_RESULT_REFUSED, "", "URL_INVALID"),
                        tuple(6, "https://opml.example/sport", RowResult.ROW_RESULT_ADDED, "opml.example", ""),
                        tuple(
                                8,
                                "https://cdn.example/unheard.xml",
                                RowResult.ROW_RESULT_ADDED,
                                "unheard-opml.example",
                                ""));
        assertThat(first.getReport().getAddedCount()).isEqualTo(3);
        assertThat(first.getReport().getRefusals(0).getLine()).isEqualTo(5);
        assertThat(again.getRowsList())
                .extracting(OpmlRow::getResult)
                .containsExactly(
                        RowResult.ROW_RESULT_UNCHANGED,
                        RowResult.ROW_RESULT_REFUSED,
                        RowResult.ROW_RESULT_CHANGED,
                        RowResult.ROW_RESULT_UNCHANGED);
        assertThat(FeedCalls.list())
                .filteredOn(feed -> feed.getSourceId().equals("opml.example"))
                .extracting(Feed::getSection)
                .containsExactlyInAnyOrder("News", "Sports");
    }

    @Test
    void anOutletThatIsNotKnownIsAddedUnratedUnderItsHost() {
        ImportOpmlResponse taken = take(outline("https://nobody-knows-opml.example/rss"), false);

        assertThat(taken.getAddedSourceIdsList()).containsExactly("nobody-knows-opml.example");
        assertThat(take(outline("https://nobody-knows-opml.example/rss"), false).getAddedSourceIdsList())
                .isEmpty();
        Source added = sources()
                .getSource(GetSourceRequest.newBuilder()
                        .setSourceId("nobody-knows-opml.example")
                        .build())
                .getSource();
        assertThat(added.getName()).isEqualTo("Outlet");
        assertThat(added.getRatingsList()).isEmpty();
    }

    @Test
    void aRehearsalTellsTheSameAndLeavesNothing() {
        String opml = outline("https://rehearsed-opml.example/rss");
        ImportOpmlResponse rehearsed = take(opml, true);

        assertThat(FeedCalls.list()).extracting(Feed::getUrl).doesNotContain("https://rehearsed-opml.example/rss");
        var wanted = GetSourceRequest.newBuilder()
                .setSourceId("rehearsed-opml.example")
                .build();
        assertThat(refusal(Code.NOT_FOUND, () -> sources().getSource(wanted)).getReason())
                .isEqualTo("SOURCE_NOT_FOUND");
        assertThat(take(opml, false)).isEqualTo(rehearsed);
    }

    @Test
    void whatFollowsAPlaceThatIsNoXmlIsOneRefusedRow() {
        ImportOpmlResponse taken = take("""
                <opml><body>
                <outline text="Outlet" xmlUrl="https://torn-opml.example/rss"/>
                <outline text=
                """, false);

        assertThat(taken.getRowsList())
                .extracting(OpmlRow::getUrl, OpmlRow::getResult, OpmlRow::getReason)
                .containsExactly(
                        tuple("https://torn-opml.example/rss", RowResult.ROW_RESULT_ADDED, ""),
                        tuple("", RowResult.ROW_RESULT_REFUSED, "XML_INVALID"));
    }

    @Test
    void entitiesAreNotExpandedAndOtherEncodingsAreRefused() {
        ImportOpmlResponse bomb =
                take("<!DOCTYPE o [<!ENTITY a \"b\">]><opml><body><outline text=\"&a;\"/></body></opml>", false);
        assertThat(bomb.getRowsList()).extracting(OpmlRow::getReason).containsExactly("XML_INVALID");
        var latin = ImportOpmlRequest.newBuilder()
                .setOpml(ByteString.copyFrom(new byte[] {'<', (byte) 0xE9}))
                .build();
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> feeds().importOpml(latin))
                        .getReason())
                .isEqualTo("ENCODING_INVALID");
    }

    @Test
    void aDocumentThatIsTooLongIsRefusedAsAWhole() {
        var large = ImportOpmlRequest.newBuilder()
                .setOpml(ByteString.copyFromUtf8(outline("https://too-long-opml.example/rss") + " ".repeat(8 << 20)))
                .build();
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> feeds().importOpml(large))
                        .getReason())
                .isEqualTo("OPML_TOO_LARGE");
        String many = "<outline xmlUrl='https://many-opml.example/rss'/>".repeat(10_001);
        var crowded = ImportOpmlRequest.newBuilder()
                .setOpml(ByteString.copyFromUtf8("<opml>" + many + "</opml>"))
                .build();
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> feeds().importOpml(crowded))
                        .getReason())
                .isEqualTo("TOO_MANY_ROWS");
    }

    private static String outline(String feedUrl) {
        return "<opml><body><outline text=\"Outlet\" xmlUrl=\"%s\"/></body></opml>".formatted(feedUrl);
    }

    private static ImportOpmlResponse take(String opml, boolean dryRun) {
        return feeds().importOpml(ImportOpmlRequest.newBuilder()
                .setOpml(ByteString.copyFromUtf8(opml))
                .setDryRun(dryRun)
                .build());
    }
}
