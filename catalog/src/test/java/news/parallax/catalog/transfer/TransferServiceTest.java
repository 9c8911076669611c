package news.parallax.catalog.transfer;

import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.sources;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.transfer.TransferCalls.counts;
import static news.parallax.catalog.transfer.TransferCalls.data;
import static news.parallax.catalog.transfer.TransferCalls.exported;
import static news.parallax.catalog.transfer.TransferCalls.head;
import static news.parallax.catalog.transfer.TransferCalls.importFile;
import static news.parallax.catalog.transfer.TransferCalls.refusals;
import static news.parallax.catalog.transfer.TransferCalls.rehearse;
import static news.parallax.catalog.transfer.TransferCalls.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.CountryCount;
import news.parallax.catalog.v1.GetSourceRequest;
import news.parallax.catalog.v1.ImportCatalogRequest;
import news.parallax.catalog.v1.LanguageCount;
import news.parallax.catalog.v1.Owner;
import news.parallax.catalog.v1.Paywall;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.TransferFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class TransferServiceTest {
    @Nested
    class Tables {
        @Test
        void aSourceIsAllThatItsRowSays() {
            var report = importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, """
                    id,name,country,language,place,kind,paywall,domains
                    full.example,"The Full, Daily",BE,nl-BE,Ghent,newspaper,partial,full.example;=blog.full-too.example
                    """);

            assertThat(counts(report, "sources")).containsExactly(1, 0, 0, 0);
            Source stored = get("full.example");
            assertThat(stored.getName()).isEqualTo("The Full, Daily");
            assertThat(stored.getPlace()).isEqualTo("Ghent");
            assertThat(stored.getKind()).isEqualTo("newspaper");
            assertThat(stored.getPaywall()).isEqualTo(Paywall.PAYWALL_PARTIAL);
            assertThat(stored.getDomainsList()).containsExactly("full.example", "=blog.full-too.example");
        }

        @Test
        void aColumnThatIsNotThereSaysNothingAndAnEmptyCellSaysUnknown() {
            importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, """
                    id,name,country,place
                    columns.example,Columns,BE,Ghent
                    """);
            var report = importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, """
                    id,place
                    columns.example,
                    """);

            assertThat(counts(report, "sources")).containsExactly(0, 1, 0, 0);
            assertThat(get("columns.example").getCountry()).isEqualTo("BE");
            assertThat(get("columns.example").getPlace()).isEmpty();
        }

        @Test
        void badRowsAreReportedWithTheirLineAndDoNotStopTheOthers() {
            var report = importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, """
                    id,name,country,domains
                    rows-1.example,One,BE,

                    rows-2.example,Two,Belgium,
                    rows-3.example,Three
                    rows-4.example,"Four,BE,
                    not a host,Five,BE,
                    rows-6.example,Six,BE,rows-1.example
                    rows-7.example,Seven,BE,other.example;rows-7.example
                    rows-8.example,"Eight
                    lines",BE,
                    rows-9.example,"Nine ""quoted""\",BE,
                    """);

            assertThat(counts(report, "sources")).containsExactly(2, 0, 0, 7);
            assertThat(refusals(report, "sources"))
                    .containsExactly(
                            "4 COUNTRY_INVALID",
                            "5 ROW_LENGTH_INVALID",
                            "6 QUOTE_MISPLACED",
                            "7 DOMAIN_INVALID",
                            "8 ID_NOT_FIRST_DOMAIN",
                            "9 ID_NOT_FIRST_DOMAIN",
                            "10 NAME_INVALID");
            assertThat(get("rows-9.example").getName()).isEqualTo("Nine \"quoted\"");
        }

        @Test
        void aColumnThatIsNotKnownRefusesTheTableByName() {
            var report =
                    importFile(TransferFormat.TRANSFER_FORMAT_RATERS_CSV, "id,name,website\nx,X,https://x.example\n");

            assertThat(counts(report, "raters")).containsExactly(0, 0, 0, 1);
            assertThat(TransferCalls.report(report, "raters").getRefusals(0).getMessage())
                    .contains("website");
        }

        @Test
        void ownersComeInAnyOrderAndReplaceThoseOfASource() {
            importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, "id\nowned.example\n");
            var owners = importFile(TransferFormat.TRANSFER_FORMAT_OWNERS_CSV, """
                    id,name,category,parent_owner_id,country
                    owned-press,Owned Press,CORPORATION,owned-group,BE
                    owned-group,Owned Group,CONGLOMERATE,,BE
                    owned-orphan,Owned Orphan,OTHER,owned-nobody,BE
                    owned-odd,Owned Odd,RICH,,BE
                    """);
            importFile(TransferFormat.TRANSFER_FORMAT_OWNERSHIP_CSV, """
                    source_id,owner_id,share_percent,since
                    owned.example,owned-press,60.5,2019-05
                    owned.example,owned-group,39.5,
                    """);

            assertThat(refusals(owners, "owners"))
                    .containsExactly("4 PARENT_OWNER_NOT_FOUND", "5 OWNER_CATEGORY_INVALID");
            assertThat(get("owned.example").getOwnersList())
                    .extracting(Owner::getId, Owner::getSharePercent, Owner::getSince, Owner::getParentOwnerId)
                    .containsExactly(
                            tuple("owned-press", 60.5, "2019-05", "owned-group"), tuple("owned-group", 39.5, "", ""));
            var sold = importFile(
                    TransferFormat.TRANSFER_FORMAT_OWNERSHIP_CSV,
                    "source_id,owner_id,share_percent\nowned.example,owned-group,100\n");
            assertThat(counts(sold, "ownership")).containsExactly(0, 1, 0, 0);
            assertThat(get("owned.example").getOwnersList())
                    .extracting(Owner::getId)
                    .containsExactly("owned-group");
        }

        @Test
        void storiesAreCountedAnewWhenTheCountryOrLanguageOfASourceIsAnother() {
            importFile(
                    TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, "id,country,language\nmoved-by-file.example,BE,nl\n");
            record(record(storyId("moved by a file"), "https://moved-by-file.example/a"));

            importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, "id,country\nmoved-by-file.example,NL\n");
            assertThat(story(storyId("moved by a file")).getCoverage().getAll().getByCountryList())
                    .extracting(CountryCount::getCountry)
                    .containsExactly("NL");
            importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, "id,language\nmoved-by-file.example,fy\n");
            assertThat(story(storyId("moved by a file")).getCoverage().getAll().getByLanguageList())
                    .extracting(LanguageCount::getLanguage)
                    .containsExactly("fy");
        }

        @Test
        void aCircleOfOwnersIsRefused() {
            importFile(TransferFormat.TRANSFER_FORMAT_OWNERS_CSV, """
                    id,name,parent_owner_id
                    circle-top,Top,
                    circle-low,Low,circle-top
                    """);
            var report = importFile(TransferFormat.TRANSFER_FORMAT_OWNERS_CSV, """
                    id,name,parent_owner_id
                    circle-top,Top,circle-low
                    """);

            assertThat(refusals(report, "owners")).containsExactly("2 OWNER_CYCLE");
        }

        @Test
        void whatAFileSaysTwiceIsTakenOnceAndTheSameAgainChangesNothing() {
            String table = "id,name,home_url\nrepeated-rater,Repeated,https://repeated.example/\n";

            assertThat(counts(importFile(TransferFormat.TRANSFER_FORMAT_RATERS_CSV, table), "raters"))
                    .containsExactly(1, 0, 0, 0);
            assertThat(counts(importFile(TransferFormat.TRANSFER_FORMAT_RATERS_CSV, table), "raters"))
                    .containsExactly(0, 0, 1, 0);
        }

        @Test
        void filesAreTakenInTheOrderInWhichTheyNeedEachOther() {
            var report = send(
                    false,
                    head(TransferFormat.TRANSFER_FORMAT_RATINGS_CSV),
                    data("source_id,rater_id,axis,value\norder.example,order-rater,ORDER_AXIS,UPPER\n"),
                    head(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV),
                    data("id\norder.exa"),
                    data("mple\n"),
                    head(TransferFormat.TRANSFER_FORMAT_RATERS_CSV),
                    data("id,name\norder-rater,Order\n"),
                    head(TransferFormat.TRANSFER_FORMAT_AXES_CSV),
                    data("id,name,steps\nORDER_AXIS,Order,LOWER;UPPER\n"));

            assertThat(counts(report, "ratings")).containsExactly(1, 0, 0, 0);
            assertThat(get("order.example").getRatings(0).getOther().getAxis()).isEqualTo("ORDER_AXIS");
            assertThat(get("order.example").getRatings(0).getOther().getValue()).isEqualTo("UPPER");
            assertThat(get("order.example").getRatings(0).getImportBatchId()).isEqualTo(report.getImportBatchId());
        }

        @Test
        void aRehearsalReportsAndLeavesNothing() {
            var report = rehearse(
                    TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, "id,country\nrehearsed.example,BE\nx.example,B\n");

            assertThat(counts(report, "sources")).containsExactly(1, 0, 0, 1);
            assertThat(report.getImportBatchId()).isZero();
            refusal(Code.NOT_FOUND, () -> get("rehearsed.example"));
        }

        @Test
        void aDomainGoesToAnotherSourceWhenTheFirstNoLongerNamesIt() {
            importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, """
                    id,domains
                    giver.example,giver.example;given.example
                    taker.example,taker.example
                    """);
            var report = importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, """
                    id,domains
                    giver.example,giver.example
                    taker.example,taker.example;given.example
                    """);

            assertThat(counts(report, "sources")).containsExactly(0, 2, 0, 0);
            assertThat(get("given.example").getId()).isEqualTo("taker.example");
        }
    }

    @Nested
    class Feeds {
        @Test
        void anOutlineIsAFeedOfTheSourceOfItsPage() {
            importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, "id,language\noutlined.example,nl\n");
            var report = importFile(TransferFormat.TRANSFER_FORMAT_FEEDS_OPML, """
                    <opml version="2.0"><body><outline text="News">
                    <outline type="rss" text="Outlined" xmlUrl="https://feeds-host.example/outlined" htmlUrl="https://www.outlined.example/"/>
                    <outline type="rss" text="Fresh" xmlUrl="https://outlined-fresh.example/rss?a=1&amp;b=2" category="Sport"/>
                    <outline type="rss" text="Bad" xmlUrl="ftp://outlined.example/rss"/>
                    </outline></body></opml>
                    """);

            assertThat(counts(report, "feeds")).containsExactly(2, 0, 0, 1);
            assertThat(refusals(report, "feeds")).containsExactly("4 URL_INVALID");
            assertThat(get("outlined-fresh.example").getName()).isEqualTo("Fresh");
            assertThat(exported(TransferFormat.TRANSFER_FORMAT_FEEDS_OPML, "outlined"))
                    .anySatisfy(line -> assertThat(line)
                            .contains("xmlUrl=\"https://feeds-host.example/outlined\"")
                            .contains("htmlUrl=\"https://outlined.example/\"")
                            .contains("language=\"nl\"")
                            .contains("category=\"News\""))
                    .anySatisfy(line -> assertThat(line).contains("a=1&amp;b=2").contains("category=\"Sport\""))
                    .hasSize(2);
        }

        @Test
        void nothingFromOutsideIsRead() {
            var report = importFile(TransferFormat.TRANSFER_FORMAT_FEEDS_OPML, """
                    <!DOCTYPE opml [<!ENTITY host SYSTEM "file:///etc/hostname">]>
                    <opml><body><outline xmlUrl="https://entity.example/&host;"/></body></opml>
                    """);

            assertThat(refusals(report, "feeds")).containsExactly("2 XML_INVALID");
        }
    }

    @Nested
    class Refusals {
        @Test
        void piecesOutOfPlaceRefuseTheCall() {
            assertThat(refusal(Code.INVALID_ARGUMENT, () -> send(false, data("id\n")))
                            .getReason())
                    .isEqualTo("PIECE_OUT_OF_PLACE");
            assertThat(refusal(Code.INVALID_ARGUMENT, () -> send(false, ImportCatalogRequest.getDefaultInstance()))
                            .getReason())
                    .isEqualTo("PIECE_OUT_OF_PLACE");
            assertThat(refusal(
                                    Code.INVALID_ARGUMENT,
                                    () -> send(false, head(TransferFormat.TRANSFER_FORMAT_UNSPECIFIED), data("id\n")))
                            .getReason())
                    .isEqualTo("FILE_FORMAT_UNKNOWN");
        }

        @Test
        void anUploadThatIsRefusedWhileItIsSentDisturbsNobodyOnTheConnection() {
            ImportCatalogRequest[] pieces = new ImportCatalogRequest[30];
            Arrays.fill(pieces, data("x".repeat(100_000)));
            for (int upload = 0; upload < 100; upload++) {
                assertThat(refusal(Code.INVALID_ARGUMENT, () -> send(false, pieces))
                                .getReason())
                        .isEqualTo("PIECE_OUT_OF_PLACE");
                refusal(Code.NOT_FOUND, () -> get("undisturbed.example"));
            }
        }

        @Test
        void tooManyFilesRefuseTheCall() {
            ImportCatalogRequest[] heads = IntStream.range(0, 101)
                    .mapToObj(_ -> head(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV))
                    .toArray(ImportCatalogRequest[]::new);

            assertThat(refusal(Code.INVALID_ARGUMENT, () -> send(false, heads)).getReason())
                    .isEqualTo("IMPORT_TOO_LARGE");
        }

        @Test
        void bytesThatAreNoUtf8RefuseTheFile() {
            var bytes = ImportCatalogRequest.newBuilder()
                    .setData(ByteString.copyFrom(new byte[] {'i', 'd', '\n', (byte) 0xff}))
                    .build();

            assertThat(refusal(
                                    Code.INVALID_ARGUMENT,
                                    () -> send(false, head(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV), bytes))
                            .getReason())
                    .isEqualTo("ENCODING_INVALID");
        }

        @Test
        void moreRefusalsThanAReportListsAreCounted() {
            String rows =
                    IntStream.range(0, 1_200).mapToObj(row -> "bad host " + row).collect(Collectors.joining("\n"));
            var report = importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, "id\n" + rows);

            assertThat(counts(report, "sources")).containsExactly(0, 0, 0, 1_200);
            assertThat(refusals(report, "sources")).hasSize(1_000);
        }
    }

    static Source get(String id) {
        return sources()
                .getSource(GetSourceRequest.newBuilder().setSourceId(id).build())
                .getSource();
    }
}
