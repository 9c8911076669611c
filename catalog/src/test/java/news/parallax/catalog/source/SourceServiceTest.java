package news.parallax.catalog.source;

import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.sources;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.GetSourceRequest;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.ImportSourcesRequest;
import news.parallax.catalog.v1.ListSourcesRequest;
import news.parallax.catalog.v1.LookupSourceRequest;
import news.parallax.catalog.v1.Owner;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.RowRefusal;
import news.parallax.catalog.v1.Side;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.SourceLink;
import news.parallax.catalog.v1.SourceView;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class SourceServiceTest {
    @Nested
    class Imports {
        @Test
        void aSourceIsReturnedAsItWasImported() {
            Source sent = source("imported.example", OwnershipCategory.OWNERSHIP_CATEGORY_TELECOM).toBuilder()
                    .addDomains("imported-news.example")
                    .build();
            importSources(sent);

            assertThat(get("imported.example")).isEqualTo(sent);
            assertThat(get("imported-news.example")).isEqualTo(sent);
        }

        @Test
        void aSecondImportOfTheSameChangesNothing() {
            Source sent = source("again.example", OwnershipCategory.OWNERSHIP_CATEGORY_OTHER);

            assertThat(counts(importSources(sent))).containsExactly(1, 0, 0);
            assertThat(counts(importSources(sent))).containsExactly(0, 0, 1);
            assertThat(counts(importSources(sent.toBuilder().setName("Renamed").build())))
                    .containsExactly(0, 1, 0);
            assertThat(get("again.example").getName()).isEqualTo("Renamed");
        }

        @Test
        void linksReplaceThoseOfTheirKinds() {
            Source sent = source("linked.example").toBuilder()
                    .addLinks(link("wikidata", "https://www.wikidata.org/wiki/Q1"))
                    .addLinks(link("wikipedia", "https://en.wikipedia.org/wiki/Linked"))
                    .build();
            assertThat(counts(importSources(sent))).containsExactly(1, 0, 0);
            assertThat(counts(importSources(sent))).containsExactly(0, 0, 1);
            assertThat(get("linked.example").getLinksList()).isEqualTo(sent.getLinksList());

            importSources(source("linked.example"));
            assertThat(get("linked.example").getLinksList()).isEqualTo(sent.getLinksList());
            SourceLink other = link("wikidata", "https://www.wikidata.org/wiki/Q2");
            assertThat(counts(importSources(
                            source("linked.example").toBuilder().addLinks(other).build())))
                    .containsExactly(0, 1, 0);
            assertThat(get("linked.example").getLinksList()).containsExactly(other, sent.getLinks(1));
            assertThat(importSources(source("linked.example").toBuilder()
                                    .addLinks(link("wikidata", "ftp://w.example/"))
                                    .build())
                            .getRefusalsList())
                    .extracting(RowRefusal::getReason)
                    .containsExactly("URL_INVALID");
        }

        private static SourceLink link(String kind, String url) {
            return SourceLink.newBuilder().setKind(kind).setUrl(url).build();
        }

        @Test
        void badRowsAreReportedAndDoNotStopTheOthers() {
            ImportReport report = importSources(
                    source("good.example"),
                    source("Not A Host"),
                    source("thief.example").toBuilder()
                            .addDomains("good.example")
                            .build(),
                    source("land.example").toBuilder().setCountry("Belgium").build(),
                    source("nowhere-land.example").toBuilder().setCountry("XX").build(),
                    source("owned.example").toBuilder()
                            .addOwners(Owner.newBuilder()
                                    .setId("nowhere-owner")
                                    .setName("Owner")
                                    .setCountry("ZZ"))
                            .build(),
                    source("also-good.example").toBuilder().setCountry("XK").build());

            assertThat(counts(report)).containsExactly(2, 0, 0);
            assertThat(report.getRefusalsList())
                    .extracting(RowRefusal::getRow, RowRefusal::getReason)
                    .containsExactly(
                            tuple(1, "DOMAIN_INVALID"),
                            tuple(2, "DOMAIN_TAKEN"),
                            tuple(3, "COUNTRY_INVALID"),
                            tuple(4, "COUNTRY_INVALID"),
                            tuple(5, "COUNTRY_INVALID"));
            assertThat(get("also-good.example").getName()).isEqualTo("The also-good.example");
            assertThat(refusal(Code.NOT_FOUND, () -> get("thief.example")).getReason())
                    .isEqualTo("SOURCE_NOT_FOUND");
        }

        @Test
        void aSourceThatAnArticleBroughtGetsItsNameAndOwnersLater() {
            String story = storyId("brought");
            record(record(story, "https://brought.example/a"));
            importSources(source("brought.example", OwnershipCategory.OWNERSHIP_CATEGORY_GOVERNMENT));

            Source stored = get("brought.example");
            assertThat(stored.getName()).isEqualTo("The brought.example");
            assertThat(stored.getArticleCount()).isEqualTo(1);
            assertThat(stored.getStoryCount()).isEqualTo(1);
            assertThat(story(story).getCoverage().getAll().getByOwnership(0).getCategory())
                    .isEqualTo(OwnershipCategory.OWNERSHIP_CATEGORY_GOVERNMENT);
        }

        @Test
        void anOwnersParentMustBeKnown() {
            Owner group = Owner.newBuilder()
                    .setId("a-group")
                    .setName("A Group")
                    .setCategory(OwnershipCategory.OWNERSHIP_CATEGORY_CONGLOMERATE)
                    .build();
            Source child = source("child.example", OwnershipCategory.OWNERSHIP_CATEGORY_CORPORATION);
            Source owned = child.toBuilder()
                    .setOwners(0, child.getOwners(0).toBuilder().setParentOwnerId("a-group"))
                    .build();

            assertThat(importSources(owned).getRefusals(0).getReason()).isEqualTo("PARENT_OWNER_NOT_FOUND");
            sources()
                    .importSources(ImportSourcesRequest.newBuilder()
                            .addSources(owned)
                            .addParentOwners(group)
                            .build());
            assertThat(get("child.example").getOwners(0).getParentOwnerId()).isEqualTo("a-group");
        }
    }

    @Nested
    class Ratings {
        @Test
        void aSourcesBiasIsTheMeanOfItsRaters() {
            importSources(source("mean.example"));
            importRatings(
                    rating("mean.example", "first", Bias.BIAS_CENTER),
                    rating("mean.example", "second", Bias.BIAS_LEAN_LEFT),
                    rating("mean.example", "first", Factuality.FACTUALITY_HIGH),
                    rating("mean.example", "second", Factuality.FACTUALITY_VERY_HIGH));

            Source rated = get("mean.example");
            assertThat(rated.getBias()).isEqualTo(Bias.BIAS_LEAN_LEFT);
            assertThat(rated.getFactuality()).isEqualTo(Factuality.FACTUALITY_HIGH);
            assertThat(rated.getRatingsList())
                    .containsExactly(
                            rating("mean.example", "first", Bias.BIAS_CENTER),
                            rating("mean.example", "first", Factuality.FACTUALITY_HIGH),
                            rating("mean.example", "second", Bias.BIAS_LEAN_LEFT),
                            rating("mean.example", "second", Factuality.FACTUALITY_VERY_HIGH));
        }

        @Test
        void theNewestRatingOfARaterCountsInWhateverOrderTheyCome() {
            importSources(source("newest.example"));
            Rating late = rating("newest.example", "rater", Bias.BIAS_RIGHT);
            Rating early = rating("newest.example", "rater", Bias.BIAS_LEFT).toBuilder()
                    .setRateTime(timestamp(NOON.minusSeconds(3600)))
                    .build();
            Rating undated = rating("newest.example", "rater", Bias.BIAS_CENTER).toBuilder()
                    .clearRateTime()
                    .build();

            assertThat(counts(importRatings(undated))).containsExactly(1, 0, 0);
            assertThat(get("newest.example").getBias()).isEqualTo(Bias.BIAS_CENTER);
            assertThat(counts(importRatings(late, early, undated))).containsExactly(2, 0, 1);
            assertThat(get("newest.example").getRatingsList()).containsExactly(late);
            assertThat(get("newest.example").getBias()).isEqualTo(Bias.BIAS_RIGHT);
        }

        @Test
        void aRatingWithoutValueOrSourceIsReported() {
            importSources(source("valued.example"));
            Rating none = rating("valued.example", "rater", Bias.BIAS_UNSPECIFIED);
            ImportReport report = importRatings(
                    none,
                    none.toBuilder().clearValue().build(),
                    rating("nobody.example", "rater", Bias.BIAS_LEFT),
                    rating("valued.example", "rater", Bias.BIAS_LEFT));

            assertThat(report.getRefusalsList())
                    .extracting(RowRefusal::getRow, RowRefusal::getReason)
                    .containsExactly(
                            tuple(0, "RATING_VALUE_MISSING"),
                            tuple(1, "RATING_VALUE_MISSING"),
                            tuple(2, "SOURCE_NOT_FOUND"));
            assertThat(get("valued.example").getBias()).isEqualTo(Bias.BIAS_LEFT);
        }
    }

    @Nested
    class Lookups {
        @Test
        void theLongestDomainThatMatchesDecides() {
            importSources(source("paper.example"), source("sport.paper.example"));

            assertThat(lookup("https://www.paper.example/a")).isEqualTo("paper.example");
            assertThat(lookup("https://sport.paper.example/a")).isEqualTo("sport.paper.example");
            assertThat(lookup("https://live.sport.paper.example/a")).isEqualTo("sport.paper.example");
            assertThat(refusal(Code.NOT_FOUND, () -> lookup("https://notpaper.example/a"))
                            .getMetadataMap())
                    .containsEntry("host", "notpaper.example");
            assertThat(refusal(Code.INVALID_ARGUMENT, () -> lookup("paper.example"))
                            .getReason())
                    .isEqualTo("URL_INVALID");
        }
    }

    @Nested
    class Paths {
        @Test
        void thePagesBelowAPathAreAnotherSourceAndSoAreTheirArticles() {
            importSources(source("site.example"), source("site.example/regional"));

            assertThat(lookup("https://www.site.example/regional/a")).isEqualTo("site.example/regional");
            assertThat(lookup("https://site.example/regional")).isEqualTo("site.example/regional");
            assertThat(lookup("https://site.example/regionally/a")).isEqualTo("site.example");
            assertThat(lookup("https://site.example/")).isEqualTo("site.example");
            record(record(storyId("regional"), "https://m.site.example/regional/a"));
            assertThat(get("site.example/regional").getArticleCount()).isEqualTo(1);
            assertThat(get("site.example").getArticleCount()).isZero();
        }

        @Test
        void aLongerHostComesBeforeALongerPath() {
            importSources(
                    source("hosts.example").toBuilder()
                            .addDomains("hosts.example/sport/local")
                            .build(),
                    source("sport.hosts.example"));

            assertThat(lookup("https://sport.hosts.example/sport/local/a")).isEqualTo("sport.hosts.example");
        }

        @Test
        void aDomainMayLeaveOutTheHostsBelowIt() {
            importSources(source("exact.example").toBuilder()
                    .clearDomains()
                    .addDomains("exact.example")
                    .addDomains("=blogs.example")
                    .build());

            assertThat(lookup("https://www.blogs.example/a")).isEqualTo("exact.example");
            assertThat(refusal(Code.NOT_FOUND, () -> lookup("https://somebody.blogs.example/a"))
                            .getReason())
                    .isEqualTo("SOURCE_NOT_FOUND");
        }
    }

    @Nested
    class Lists {
        @Test
        void sourcesComeByNameFoldedInCaseOnceEach() {
            importSources(
                    named("fold-1.example", "ąlpha"),
                    named("fold-2.example", "BETA"),
                    named("fold-3.example", "beta"),
                    named("fold-4.example", "Alpha"));
            importRatings(
                    rating("fold-1.example", "rater", Bias.BIAS_FAR_RIGHT),
                    rating("fold-2.example", "rater", Bias.BIAS_LEAN_RIGHT));

            List<Source> all = list(200, SourceView.SOURCE_VIEW_BASIC, Side.SIDE_UNSPECIFIED);
            assertThat(all)
                    .extracting(Source::getId)
                    .containsSubsequence("fold-4.example", "fold-2.example", "fold-3.example", "fold-1.example");
            assertThat(list(3, SourceView.SOURCE_VIEW_BASIC, Side.SIDE_UNSPECIFIED))
                    .isEqualTo(all);
            assertThat(all).allMatch(source -> source.getRatingsCount() == 0);
            assertThat(list(1, SourceView.SOURCE_VIEW_FULL, Side.SIDE_RIGHT))
                    .filteredOn(source -> source.getId().startsWith("fold"))
                    .extracting(Source::getId, Source::getRatingsCount)
                    .containsExactly(tuple("fold-2.example", 1), tuple("fold-1.example", 1));
        }

        private static Source named(String id, String name) {
            return source(id).toBuilder().setName(name).build();
        }

        private static List<Source> list(int pageSize, SourceView view, Side side) {
            List<Source> listed = new ArrayList<>();
            var request = ListSourcesRequest.newBuilder()
                    .setPageSize(pageSize)
                    .setView(view)
                    .setSide(side);
            do {
                var page = sources().listSources(request.build());
                listed.addAll(page.getSourcesList());
                request.setPageToken(page.getNextPageToken());
            } while (!request.getPageToken().isEmpty());
            return listed;
        }
    }

    private static Source get(String id) {
        return sources()
                .getSource(GetSourceRequest.newBuilder().setSourceId(id).build())
                .getSource();
    }

    private static String lookup(String url) {
        return sources()
                .lookupSource(LookupSourceRequest.newBuilder().setUrl(url).build())
                .getSource()
                .getId();
    }

    private static List<Integer> counts(ImportReport report) {
        return List.of(report.getAddedCount(), report.getChangedCount(), report.getUnchangedCount());
    }
}
