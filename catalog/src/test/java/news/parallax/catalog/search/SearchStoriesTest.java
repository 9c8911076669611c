package news.parallax.catalog.search;

import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.searches;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static news.parallax.catalog.search.Indexed.find;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.article.v1.Article;
import news.parallax.article.v1.ArticleKind;
import news.parallax.article.v1.ArticleTranslation;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ArticleAccess;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.SearchOrder;
import news.parallax.catalog.v1.SearchStoriesRequest;
import news.parallax.catalog.v1.Side;
import news.parallax.catalog.v1.StoryFilter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each test has a word of its own in its titles, so that stories of others do not answer. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class SearchStoriesTest {
    private static final String HOST = "https://search.example/";

    @Nested
    class Words {
        @Test
        void eachWordHasToStandInTitleLeadOrOutlet() {
            String both = told("words-both", "en", "Quorvex storm hits harbor", "Ferries stay in port.");
            String one = told("words-one", "en", "Quorvex storm inland", "Roads are closed.");
            Indexed.await();
            assertThat(find("quorvex storm")).containsExactlyInAnyOrder(both, one);
            assertThat(find("quorvex ferries")).containsExactly(both);
            assertThat(find("quorvex search.example")).containsExactlyInAnyOrder(both, one);
            assertThat(find("quorvex airport")).isEmpty();
        }

        @Test
        void accentsAndCaseDoNotMatter() {
            String id = told("accents", "fr", "Élection à Brélovic: la Fête", "");
            Indexed.await();
            assertThat(find("brelovic FETE")).containsExactly(id);
            assertThat(find("BRÉLOVIC fête")).containsExactly(id);
        }

        @Test
        void inflectedFormsAreFoundInTheLanguageOfTheQueryAndWordsAsTheyStandInAll() {
            String english = told("stem-en", "en", "Dravonite walls are collapsing", "");
            String german = told("stem-de", "de", "Dravonite Mauern stürzen ein, Starmer besorgt", "");
            Indexed.await();
            assertThat(find("dravonite collapse")).containsExactly(english);
            assertThat(find(in("de", "dravonite mauer"))).containsExactly(german);
            assertThat(find("dravonite mauer")).isEmpty();
            assertThat(find("dravonite mauern starmer")).containsExactly(german);
        }

        @Test
        void wordsThatSayNothingArePassedOverUnlessTheyAreQuotedOrAlone() {
            String id = told("stop-words", "en", "Zelbran seeks the peace of the north", "");
            Indexed.await();
            assertThat(find("an zelbran for peace")).containsExactly(id);
            assertThat(find("zelbran \"for\"")).isEmpty();
            assertThat(find("\"the north\" zelbran")).containsExactly(id);
            assertThat(find("the")).contains(id);
        }

        @Test
        void phrasesDoNotReachFromOneTitleIntoTheNext() {
            String id = storyId("phrases");
            record(
                    record(id, titled("phrases/1", "en", "Plovdar opens new bridge")),
                    record(id, titled("phrases/2", "en", "Plovdar mayor resigns")));
            Indexed.await();
            assertThat(find("\"new bridge\" plovdar")).containsExactly(id);
            assertThat(find("\"bridge new\" plovdar")).isEmpty();
            assertThat(find("\"resigns plovdar\"")).isEmpty();
            assertThat(find("\"bridge plovdar\"")).isEmpty();
        }

        @Test
        void wordsAreExcludedCutShortAndJoinedByOr() {
            String rain = told("signs-rain", "en", "Mirvaxo rain", "");
            String hail = told("signs-hail", "en", "Mirvaxo hailstones", "");
            Indexed.await();
            assertThat(find("mirvaxo -rain")).containsExactly(hail);
            assertThat(find("mirvaxo hail")).isEmpty();
            assertThat(find("mirvaxo hail*")).containsExactly(hail);
            assertThat(find("mirv* rain OR hail*")).containsExactlyInAnyOrder(rain, hail);
            assertThat(find("-mirvaxo")).isNotEmpty().doesNotContain(rain, hail);
        }

        @Test
        void languagesWithoutSpacesAreFoundByAnyPartOfARun() {
            String chinese = told("chinese", "zh", "北京大学发布新报告", "");
            String japanese = told("japanese", "ja", "東京でスピーチ大会", "");
            String thai = told("thai", "th", "น้ำท่วมกรุงเทพมหานคร", "");
            Indexed.await();
            assertThat(find("京大学")).containsExactly(chinese);
            assertThat(find("新报告 北京")).containsExactly(chinese);
            assertThat(find("告")).contains(chinese);
            assertThat(find("京学")).isEmpty();
            assertThat(find("スピーチ")).containsExactly(japanese);
            assertThat(find("กรุงเทพ")).containsExactly(thai);
        }

        @Test
        void translatedTitlesAreFoundToo() {
            record(record(
                    storyId("translated"),
                    titled("translated", "pt", "Olvarim em greve").toBuilder()
                            .setTranslation(ArticleTranslation.newBuilder()
                                    .setLanguage("en")
                                    .setTitle("Olvarim on strike")
                                    .setEngine("LibreTranslate"))
                            .build()));
            Indexed.await();
            assertThat(find("olvarim strikes")).containsExactly(storyId("translated"));
        }

        static Stream<String> noise() {
            var random = new Random(11);
            String signs = "\"-*()&|!:<>'\\% \0aä文้OR.@/#€";
            return IntStream.range(0, 200)
                    .mapToObj(_ -> random.ints(1 + random.nextInt(30), 0, signs.length())
                            .mapToObj(place -> signs.substring(place, place + 1))
                            .collect(Collectors.joining()));
        }

        @ParameterizedTest(name = "seed 11: {0}")
        @MethodSource("noise")
        void noQueryIsRefusedButForHavingNoWords(String query) {
            try {
                find(SearchStoriesRequest.newBuilder()
                        .setQuery(query)
                        .setPageSize(200)
                        .build());
            } catch (StatusRuntimeException e) {
                assertThat(refusal(Code.INVALID_ARGUMENT, () -> {
                                    throw e;
                                })
                                .getReason())
                        .isEqualTo("QUERY_WITHOUT_WORDS");
                assertThat(query).doesNotContainPattern("[a文O]");
            }
        }

        @Test
        void whatIsTooLongOrHasNoWordsIsRefusedWithTheReason() {
            assertThat(reason(SearchStoriesRequest.newBuilder().setQuery("x".repeat(301))))
                    .isEqualTo("QUERY_TOO_LONG");
            assertThat(reason(SearchStoriesRequest.newBuilder().setQuery("x ".repeat(21))))
                    .isEqualTo("QUERY_TOO_COMPLEX");
            assertThat(reason(SearchStoriesRequest.newBuilder().setQuery(" ?! ")))
                    .isEqualTo("QUERY_WITHOUT_WORDS");
            assertThat(reason(SearchStoriesRequest.newBuilder()
                            .setFilter(StoryFilter.newBuilder()
                                    .addAllSourceIds(IntStream.range(0, 21)
                                            .mapToObj(number -> "s" + number)
                                            .toList()))))
                    .isEqualTo("FILTER_TOO_LONG");
        }
    }

    @Nested
    class Filters {
        @Test
        void eachFilterKeepsWhatIsSoAndNothingElse() {
            importSources(
                    source("filter-left.example", OwnershipCategory.OWNERSHIP_CATEGORY_TELECOM).toBuilder()
                            .setKind("agency")
                            .build(),
                    source("filter-right.example").toBuilder()
                            .setCountry("PT")
                            .setKind("newspaper")
                            .setPlace("Évora")
                            .build());
            importRatings(
                    rating("filter-left.example", "filter-rater", Bias.BIAS_LEAN_LEFT),
                    rating("filter-left.example", "filter-rater", Factuality.FACTUALITY_HIGH),
                    rating("filter-right.example", "filter-rater", Bias.BIAS_RIGHT));
            String left = storyId("filter left");
            String right = storyId("filter right");
            record(
                    record(
                            left,
                            article("https://filter-left.example/a").toBuilder()
                                    .setTitle("Filtrona first")
                                    .setKind(ArticleKind.ARTICLE_KIND_OPINION)
                                    .setPaywall(true)
                                    .build()),
                    record(left, titled("filters/other", "en", "Filtrona also")),
                    record(
                            right,
                            article("https://filter-right.example/a").toBuilder()
                                    .setTitle("Filtrona second")
                                    .setLanguage("pt-BR")
                                    .setPublishTime(timestamp(NOON.minus(Duration.ofDays(9))))
                                    .setDiscoverTime(timestamp(NOON.minus(Duration.ofDays(9))))
                                    .build()));
            Indexed.await();
            assertThat(find("filtrona")).containsExactlyInAnyOrder(left, right);
            assertFound(left, filter -> filter.addSourceIds("filter-left.example"));
            assertFound(left, filter -> filter.addSides(Side.SIDE_LEFT));
            assertFound(left, filter -> filter.addSides(Side.SIDE_UNRATED));
            assertFound(right, filter -> filter.addSides(Side.SIDE_RIGHT));
            assertFound(left, filter -> filter.addBiases(Bias.BIAS_LEAN_LEFT));
            assertFound(left, filter -> filter.addFactualities(Factuality.FACTUALITY_HIGH));
            assertFound(left, filter -> filter.addOwnerCategories(OwnershipCategory.OWNERSHIP_CATEGORY_TELECOM));
            assertFound(right, filter -> filter.addCountries("pt"));
            assertFound(left, filter -> filter.addSourceKinds("agency"));
            assertFound(right, filter -> filter.addSourceKinds("newspaper"));
            assertFound(right, filter -> filter.addSourcePlaces("Évora"));
            assertFound(right, filter -> filter.addSourcePlaces("Ghent").addSourcePlaces("EVORA"));
            assertFound(left, filter -> filter.addLanguages("en"));
            assertFound(right, filter -> filter.addLanguages("pt"));
            assertFound(right, filter -> filter.addLanguages("pt-BR"));
            assertFound(left, filter -> filter.addKinds(ArticleKind.ARTICLE_KIND_OPINION));
            assertFound(left, filter -> filter.setAccess(ArticleAccess.ARTICLE_ACCESS_PAID));
            assertFound(left, filter -> filter.setMinSources(2));
            assertFound(left, filter -> filter.setFromTime(timestamp(NOON.minus(Duration.ofDays(1)))));
            assertFound(right, filter -> filter.setToTime(timestamp(NOON.minus(Duration.ofDays(1)))));
            assertThat(find(
                            "filtrona",
                            StoryFilter.newBuilder().setGapOnly(true).build()))
                    .isEmpty();
            assertThat(find(
                            "filtrona",
                            StoryFilter.newBuilder()
                                    .addSides(Side.SIDE_LEFT)
                                    .addSides(Side.SIDE_RIGHT)
                                    .build()))
                    .containsExactlyInAnyOrder(left, right);
            assertThat(find(
                            "filtrona",
                            StoryFilter.newBuilder()
                                    .addSides(Side.SIDE_LEFT)
                                    .addLanguages("pt")
                                    .build()))
                    .isEmpty();
        }

        @Test
        void aSourceThatTurnsOutToBeElsewhereIsFoundThere() {
            importSources(
                    source("moves-house.example").toBuilder().setPlace("Ghent").build());
            String id = storyId("moves house");
            record(record(
                    id,
                    article("https://moves-house.example/a").toBuilder()
                            .setTitle("Relocandia report")
                            .build()));
            importSources(source("moves-house.example").toBuilder()
                    .setPlace("İzmir")
                    .setKind("broadcaster")
                    .build());
            Indexed.await();
            assertThat(find("relocandia", places("Ghent"))).isEmpty();
            assertThat(find("relocandia", places("izmir"))).containsExactly(id);
            assertThat(find(
                            "relocandia",
                            places("İZMİR").toBuilder()
                                    .addSourceKinds("broadcaster")
                                    .build()))
                    .containsExactly(id);
        }

        private static StoryFilter places(String place) {
            return StoryFilter.newBuilder().addSourcePlaces(place).build();
        }

        @Test
        void whatNoSourceCanBeIsRefusedWithTheReason() {
            assertThat(reason(SearchStoriesRequest.newBuilder()
                            .setFilter(StoryFilter.newBuilder().addSourceKinds("News Paper"))))
                    .isEqualTo("KIND_INVALID");
            assertThat(reason(SearchStoriesRequest.newBuilder()
                            .setFilter(StoryFilter.newBuilder().addSourceKinds(""))))
                    .isEqualTo("KIND_INVALID");
            assertThat(reason(SearchStoriesRequest.newBuilder().setFilter(places("x".repeat(201)))))
                    .isEqualTo("PLACE_INVALID");
            assertThat(reason(SearchStoriesRequest.newBuilder().setFilter(places(" "))))
                    .isEqualTo("PLACE_INVALID");
        }

        private void assertFound(String id, UnaryOperator<StoryFilter.Builder> filter) {
            StoryFilter wanted = filter.apply(StoryFilter.newBuilder()).build();
            assertThat(find("filtrona", wanted)).as("%s", wanted).containsExactly(id);
        }
    }

    @Nested
    class Order {
        @Test
        void aHeadlineThatBearsTheWordsComesBeforeNewerNewsThatMentionsThem() {
            String about = storyId("order about");
            String mentions = storyId("order mentions");
            record(
                    record(about, dated(titled("order/about", "en", "Vaskolin erupts"), 3)),
                    record(
                            mentions,
                            dated(
                                    titled("order/mentions", "en", "Weather").toBuilder()
                                            .setLead("Ash of Vaskolin drifts north.")
                                            .build(),
                                    0)));
            Indexed.await();
            assertThat(find("vaskolin")).containsExactly(about, mentions);
            assertThat(find(latest("vaskolin"))).containsExactly(mentions, about);
        }

        @Test
        void amongEqualMatchesNewerNewsComesFirst() {
            String old = storyId("order old");
            String young = storyId("order young");
            record(
                    record(old, dated(titled("order/old", "en", "Trebizol votes"), 5)),
                    record(young, dated(titled("order/young", "en", "Trebizol votes"), 1)));
            Indexed.await();
            assertThat(find("trebizol")).containsExactly(young, old);
        }

        @Test
        void walkingAllPagesMeetsEachStoryOnceInEveryOrder() {
            List<String> ids = IntStream.range(0, 23)
                    .mapToObj(number -> told("pages-" + number, "en", "Pagulon report " + number, ""))
                    .toList();
            Indexed.await();
            for (SearchOrder order : List.of(SearchOrder.SEARCH_ORDER_RELEVANCE, SearchOrder.SEARCH_ORDER_LATEST)) {
                for (String query : List.of("pagulon", "")) {
                    var request = SearchStoriesRequest.newBuilder()
                            .setQuery(query)
                            .setOrder(order)
                            .setPageSize(5)
                            .setFilter(StoryFilter.newBuilder().addSourceIds("search.example"));
                    assertThat(find(request.build())).doesNotHaveDuplicates().containsAll(ids);
                }
            }
        }

        @Test
        void aTokenOfAnotherQueryIsRefused() {
            IntStream.range(0, 2).forEach(number -> told("token-" + number, "en", "Tokavar " + number, ""));
            Indexed.await();
            String token = searches()
                    .searchStories(SearchStoriesRequest.newBuilder()
                            .setQuery("tokavar")
                            .setPageSize(1)
                            .build())
                    .getNextPageToken();
            assertThat(reason(SearchStoriesRequest.newBuilder()
                            .setQuery("tokavar report")
                            .setPageToken(token)))
                    .isEqualTo("PAGE_TOKEN_INVALID");
        }
    }

    @Nested
    class Changes {
        @Test
        void aCorrectedTitleIsFoundAndTheEarlierOneIsNot() {
            String id = told("corrected", "en", "Gorbalix wins", "");
            record(record(
                    id,
                    titled("corrected", "en", "Gorbalix loses").toBuilder()
                            .setModifyTime(timestamp(NOON.plusSeconds(600)))
                            .setDiscoverTime(timestamp(NOON.plusSeconds(700)))
                            .build()));
            Indexed.await();
            assertThat(find("gorbalix loses")).containsExactly(id);
            assertThat(find("gorbalix wins")).isEmpty();
        }

        @Test
        void articlesAreFoundWhereTheyWentAndMergedStoriesNoMore() {
            String from = storyId("moves from");
            String to = told("moves-to", "en", "Halvetti floods", "");
            record(
                    record(from, titled("moves/1", "en", "Ostrenko dam breaks")),
                    record(from, titled("moves/2", "en", "Ostrenko evacuated")));
            stories()
                    .moveArticles(MoveArticlesRequest.newBuilder()
                            .setStoryId(to)
                            .addArticleIds(articleId(HOST + "moves/1"))
                            .build());
            Indexed.await();
            assertThat(find("ostrenko dam")).containsExactly(to);
            assertThat(find("ostrenko evacuated")).containsExactly(from);

            stories()
                    .mergeStories(MergeStoriesRequest.newBuilder()
                            .setStoryId(to)
                            .addMergedStoryIds(from)
                            .build());
            Indexed.await();
            assertThat(find("ostrenko")).containsExactly(to);
        }

        @Test
        void aRenamedSourceIsFoundByItsNewName() {
            importSources(source("renamed.example"));
            String id = storyId("renamed");
            record(record(id, "https://renamed.example/a"));
            importSources(source("renamed.example").toBuilder()
                    .setName("Wexalorn Courier")
                    .build());
            Indexed.await();
            assertThat(find("wexalorn")).containsExactly(id);
        }
    }

    private static String reason(SearchStoriesRequest.Builder request) {
        return refusal(Code.INVALID_ARGUMENT, () -> searches().searchStories(request.build()))
                .getReason();
    }

    private static SearchStoriesRequest in(String language, String query) {
        return SearchStoriesRequest.newBuilder()
                .setQuery(query)
                .setQueryLanguage(language)
                .build();
    }

    private static SearchStoriesRequest latest(String query) {
        return SearchStoriesRequest.newBuilder()
                .setQuery(query)
                .setOrder(SearchOrder.SEARCH_ORDER_LATEST)
                .build();
    }

    private static String told(String name, String language, String title, String lead) {
        String id = storyId(name);
        record(record(
                id, titled(name, language, title).toBuilder().setLead(lead).build()));
        return id;
    }

    private static Article titled(String path, String language, String title) {
        return article(HOST + path).toBuilder()
                .setTitle(title)
                .setLead("")
                .setLanguage(language)
                .build();
    }

    private static Article dated(Article article, int daysAgo) {
        return article.toBuilder()
                .setPublishTime(timestamp(NOON.minus(Duration.ofDays(daysAgo))))
                .build();
    }
}
