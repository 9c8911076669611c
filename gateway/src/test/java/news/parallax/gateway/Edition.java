package news.parallax.gateway;

import com.google.protobuf.Timestamp;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import news.parallax.article.v1.Article;
import news.parallax.article.v1.ArticleKind;
import news.parallax.article.v1.ArticleTranslation;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.FirstReport;
import news.parallax.catalog.v1.ImportRatingsRequest;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.ImportSourcesRequest;
import news.parallax.catalog.v1.Membership;
import news.parallax.catalog.v1.MembershipExplanation;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.NearestArticle;
import news.parallax.catalog.v1.Owner;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.Rater;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.ReportTime;
import news.parallax.catalog.v1.RunnerUp;
import news.parallax.catalog.v1.Side;
import news.parallax.catalog.v1.SideComparison;
import news.parallax.catalog.v1.SideTelling;
import news.parallax.catalog.v1.SideTerm;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.SourceServiceGrpc;
import news.parallax.catalog.v1.StoryDetails;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.StoryImage;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.Subject;
import news.parallax.catalog.v1.SubjectKind;
import news.parallax.catalog.v1.SummaryPoint;
import news.parallax.catalog.v1.TimePrecision;

/**
 * A small edition, written into a catalog as its other clients do. {@link #HUB} has 25 articles of 25 sources, 17 rated:
 * 5 left, 8 center, 4 right; six articles are copies of one report. {@link #FERRY} is hardly covered by the left.
 * {@link #PATCH} is told by one source of each outer side. {@link #LONE} has one article of an unrated source. Fillers
 * make the lists long enough to have pages. {@link #MERGED} was merged into {@link #PATCH}. Why the articles of
 * harbor.example and wire.example are in {@link #HUB} is told in full, of the others only how like they are.
 */
public final class Edition {
    public static final String HUB = storyId("hub");
    public static final String FERRY = storyId("ferry");
    public static final String PATCH = storyId("patch");
    public static final String LONE = storyId("lone");
    public static final String MERGED = storyId("merged");
    public static final int FILLERS = 22;
    /** What the last fillers in English are about: one that stands on the first page of lists, and three that do not. */
    public static final String TOWN_LIFE = "town life";
    /** Told by the last filler: what outlets write must stay text. */
    public static final String HOSTILE = storyId("filler-" + (FILLERS - 1));

    public static final String HOSTILE_TITLE =
            "</title><script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)> {page:top} ${7*7}";
    public static final String HOSTILE_HEADLINE = "Library {page:top} extends ${7*7} its opening hours";
    public static final String HUB_TITLE = "Belgium’s intelligence service watches e-commerce hub at Liège airport";
    public static final String HUB_LEAD = "The state security service says it is looking for signs of spying.";

    private static final String SOURCES = """
            ember|The Daily Ember|GB|en|FAR_LEFT|MIXED|INDEPENDENT|Ember Readers’ Cooperative
            commonweal|Commonweal Record|US|en|LEFT|HIGH|INDEPENDENT|Commonweal Trust
            lantern|La Linterna|ES|es|LEFT|HIGH|CONGLOMERATE|Grupo Faro
            meridiano|Il Meridiano|IT|it|LEAN_LEFT|HIGH|CONGLOMERATE|Gruppo Meridiano
            tribune|Riverside Tribune|US|en|LEAN_LEFT|VERY_HIGH|INDIVIDUAL|Marguerite Oldcastle
            harbor|Harbor Times|SG|en|CENTER|VERY_HIGH|CORPORATION|Harbor Logistics
            ledger|Northern Ledger|CA|en|CENTER|VERY_HIGH|INDEPENDENT|Ledger Foundation
            wire|Continental Wire|BE|en|CENTER|VERY_HIGH|INDEPENDENT|Members of the wire
            chronik|Die Chronik|DE|de|CENTER|HIGH|CONGLOMERATE|Chronik Verlag
            gazette|Market Gazette|GB|en|CENTER|HIGH|PRIVATE_EQUITY|Ashgrove Partners
            standaard|De Nieuwe Standaard|BE|nl|CENTER|HIGH|CONGLOMERATE|Schelde Media
            signal|Signal Network|US|en|CENTER|HIGH|TELECOM|Northline Telecom
            publiek|Publiek Radio|NL|nl|CENTER|VERY_HIGH|GOVERNMENT|Public broadcasting council
            courier|Capital Courier|US|en|LEAN_RIGHT|HIGH|CORPORATION|Courier Holdings
            provincial|The Provincial Post|US|en|RIGHT|MIXED|INDIVIDUAL|Edgar Holt
            sentinelle|La Sentinelle|FR|fr|RIGHT|MIXED|INDIVIDUAL|Famille Rochebrune
            bastion|Bastion Daily|US|en|FAR_RIGHT|LOW|OTHER|Bastion Movement
            """;
    private static final List<String> UNRATED = List.of(
            "Cargo Wire",
            "Liège Matin",
            "Airfreight Weekly",
            "Sud Radio",
            "Port Notes",
            "Trade Sheet</a><script>alert(2)</script>",
            "Wallon Echo",
            "صحيفة المرفأ");

    private final Instant now;
    private final List<ArticleRecord> records = new ArrayList<>();
    private final List<StoryDigest> digests = new ArrayList<>();

    private Edition(Instant now) {
        this.now = now;
    }

    /** Writes the edition, its news as fresh as {@code now}. */
    public static void write(Channel catalog, Instant now) {
        Edition edition = new Edition(now);
        edition.writeSources(catalog, UnaryOperator.identity(), UnaryOperator.identity());
        edition.hub();
        edition.ferry();
        edition.patch();
        edition.fillers();
        edition.explainHub();
        StoryServiceGrpc.newBlockingStub(catalog)
                .recordArticles(RecordArticlesRequest.newBuilder()
                        .addAllArticles(edition.records)
                        .addAllStories(edition.digests)
                        .build());
        StoryServiceGrpc.newBlockingStub(catalog)
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(PATCH)
                        .addMergedStoryIds(MERGED)
                        .build());
        edition.correctATitle(catalog);
    }

    /** Writes the outlets again, with other ratings of factuality and other owners. */
    static void rewriteSources(Channel catalog, UnaryOperator<Factuality> factuality, UnaryOperator<Owner> owner) {
        new Edition(Instant.now()).writeSources(catalog, factuality, owner);
    }

    private void writeSources(Channel catalog, UnaryOperator<Factuality> factuality, UnaryOperator<Owner> owner) {
        var sources = ImportSourcesRequest.newBuilder();
        var ratings = ImportRatingsRequest.newBuilder();
        SOURCES.lines().map(line -> line.split("\\|")).forEach(cells -> {
            String id = cells[0] + ".example";
            sources.addSources(Source.newBuilder()
                    .setId(id)
                    .setName(cells[1])
                    .setCountry(cells[2])
                    .setLanguage(cells[3])
                    .addDomains(id)
                    .addOwners(owner.apply(Owner.newBuilder()
                            .setId("owner-of-" + cells[0])
                            .setName(cells[7])
                            .setCountry(cells[2])
                            .setCategory(OwnershipCategory.valueOf("OWNERSHIP_CATEGORY_" + cells[6]))
                            .build())));
            ratings.addRatings(rating(id, "Media Compass").setBias(Bias.valueOf("BIAS_" + cells[4])));
            ratings.addRatings(rating(id, "Fact Bureau")
                    .setFactuality(factuality.apply(Factuality.valueOf("FACTUALITY_" + cells[5]))));
        });
        for (int i = 0; i < UNRATED.size(); i++) {
            String id = "unrated" + i + ".example";
            sources.addSources(Source.newBuilder()
                    .setId(id)
                    .setName(UNRATED.get(i))
                    .setLanguage(i == 7 ? "ar" : "en")
                    .addDomains(id));
        }
        var stub = SourceServiceGrpc.newBlockingStub(catalog);
        requireNone(stub.importSources(sources.build()).getReport());
        requireNone(stub.importRatings(ratings.build()).getReport());
    }

    /** Has an outlet found another story in the running catalog; returns its id. */
    public static String tell(String source, String slug) {
        var edition = new Edition(Instant.now());
        String story = storyId(slug);
        Article.Builder article = edition.article(source, slug, "Title of " + slug, "", "en", 1);
        edition.join(story, article, article.getId(), "");
        ManagedChannel catalog = CatalogProcess.channel();
        try {
            StoryServiceGrpc.newBlockingStub(catalog)
                    .recordArticles(RecordArticlesRequest.newBuilder()
                            .addAllArticles(edition.records)
                            .build());
        } finally {
            catalog.shutdownNow();
        }
        return story;
    }

    /**
     * A story of one article with texts of others in every place that has one.
     *
     * @param slug what its ids come from
     */
    record Telling(String slug, String headline, String title, String lead, String point, String topic) {}

    /** Tells stories, just now. */
    static void tell(List<Telling> tellings) {
        var edition = new Edition(Instant.now());
        tellings.forEach(edition::add);
        ManagedChannel catalog = CatalogProcess.channel();
        try {
            StoryServiceGrpc.newBlockingStub(catalog)
                    .recordArticles(RecordArticlesRequest.newBuilder()
                            .addAllArticles(edition.records)
                            .addAllStories(edition.digests)
                            .build());
        } finally {
            catalog.shutdownNow();
        }
    }

    private void add(Telling telling) {
        Article.Builder article = article("harbor", telling.slug(), telling.title(), telling.lead(), "en", 1);
        String story = storyId(telling.slug());
        join(story, article, article.getId(), "");
        digests.add(digest(story, telling.headline(), article.getId())
                .addSummary(point(telling.point(), article.getId()))
                .setDetails(StoryDetails.newBuilder()
                        .addSubjects(subject(telling.topic(), SubjectKind.SUBJECT_KIND_TOPIC, 1, "")))
                .build());
    }

    private static void requireNone(ImportReport report) {
        if (report.getRefusalsCount() > 0) {
            throw new IllegalStateException("rows refused: " + report.getRefusalsList());
        }
    }

    private static Rating.Builder rating(String source, String rater) {
        String id = rater.toLowerCase().replace(' ', '-');
        return Rating.newBuilder()
                .setSourceId(source)
                .setRater(Rater.newBuilder().setId(id).setName(rater).setHomeUrl("https://" + id + ".example/"))
                .setRateTime(timestamp(Instant.parse("2026-03-01T00:00:00Z")))
                .setUrl("https://" + id + ".example/ratings/" + source);
    }

    private void hub() {
        String first = articleId("https://wire.example/hub");
        var hubs = List.of(
                article("wire", "hub", HUB_TITLE, HUB_LEAD, "en", 360).setWireCredit("Continental Wire"),
                article(
                        "harbor",
                        "hub",
                        "Belgian service scrutinises company’s presence at Liège airport",
                        "Officials are looking into risks around the group’s main European logistics centre, the service"
                                + " said in a statement on Thursday.",
                        "en",
                        350),
                article(
                        "meridiano",
                        "hub",
                        "Belgio, i servizi segreti temono che il gigante spii per Pechino",
                        "Il terminal cargo di Liegi è sotto osservazione, dove la società introduce un software che"
                                + " raccoglie informazioni economiche.",
                        "it",
                        340),
                article(
                                "provincial",
                                "hub",
                                "Brussels wakes up to the spy risk on its own runway",
                                "Lawmakers ask why the hub was welcomed in the first place, and who reads the data it gathers.",
                                "en",
                                300)
                        .setPaywall(true),
                article(
                                "ember",
                                "hub",
                                "The parcel that watches you",
                                "Who profits when warehouses become listening posts?",
                                "en",
                                290)
                        .setKind(ArticleKind.ARTICLE_KIND_OPINION),
                article(
                        "ledger",
                        "hub",
                        "Five years on, Liège hub has widened the trade gap",
                        "The country’s trade deficit has grown since the hub opened, figures show.",
                        "en",
                        280),
                article(
                        "standaard",
                        "hub",
                        "Staatsveiligheid houdt vrachthub op Luik in het oog",
                        "De dienst bevestigt dat ze de activiteiten op de luchthaven opvolgt.",
                        "nl",
                        260),
                article(
                        "chronik",
                        "hub",
                        "Belgiens Geheimdienst beobachtet Frachtzentrum am Flughafen Lüttich",
                        "Die Behörde prüft, ob Software Handelsdaten sammelt.",
                        "de",
                        255),
                article(
                                "sentinelle",
                                "hub",
                                "Liège : la Sûreté de l’État surveille le hub du géant chinois",
                                "Le service craint que des données commerciales ne soient transmises.",
                                "fr",
                                240)
                        .setTranslation(ArticleTranslation.newBuilder()
                                .setLanguage("en")
                                .setTitle("Liège: State Security is watching the Chinese giant's hub")
                                .setLead("The service fears that commercial data are passed on.")
                                .setEngine("LibreTranslate")),
                article("lantern", "hub", "Bélgica vigila el centro logístico del aeropuerto de Lieja", "", "es", 230),
                article(
                        "commonweal",
                        "hub",
                        "Workers at Liège hub say they were told not to ask about the software",
                        "Three employees described new screens in the sorting hall.",
                        "en",
                        200),
                article(
                        "tribune",
                        "hub",
                        "What is known about the Liège cargo hub inquiry",
                        "A guide to the claims, the denials and the law.",
                        "en",
                        190),
                article(
                                "gazette",
                                "hub",
                                "Shares slip as Belgium reviews cargo hub",
                                "Investors weigh a possible review.",
                                "en",
                                180)
                        .setPaywall(true),
                article(
                                "signal",
                                "hub",
                                "Live: reactions to the Liège airport inquiry",
                                "Follow the reactions.",
                                "en",
                                170)
                        .setKind(ArticleKind.ARTICLE_KIND_LIVE),
                article("publiek", "hub", "Wat doet de vrachthub in Luik met onze gegevens?", "", "nl", 160),
                article(
                        "courier",
                        "hub",
                        "Trade ministry defends decision to host cargo hub",
                        "The ministry says that checks were made.",
                        "en",
                        150),
                article("bastion", "hub", "They let them in", "Our leaders opened the gate.", "en", 140));
        hubs.forEach(it -> join(HUB, it, first, ""));
        for (int i = 0; i < UNRATED.size(); i++) {
            boolean copy = i < 6;
            String title = i == 7 ? "جهاز الأمن البلجيكي يراقب مركز الشحن في مطار لييج" : HUB_TITLE;
            join(
                    HUB,
                    article("unrated" + i, "hub", title, i == 7 ? "" : HUB_LEAD, i == 7 ? "ar" : "en", 330 - 10 * i)
                            .setWireCredit(copy ? "Continental Wire" : ""),
                    first,
                    copy ? first : "");
        }
        digests.add(digest(HUB, HUB_TITLE, first)
                .addSummary(point(
                        "The state security service says it is working to detect possible spying at the group’s"
                                + " European cargo hub.",
                        first))
                .addSummary(point(
                        "Il terminal cargo di Liegi è sotto osservazione.", articleId("https://meridiano.example/hub")))
                .addSummary(point(
                        "Five years after the hub opened, the country’s trade deficit has widened.",
                        articleId("https://ledger.example/hub")))
                .setDetails(hubDetails(first))
                .build());
    }

    /** The left has enough outlets, the right has not; who was first is uncertain. */
    private StoryDetails hubDetails(String first) {
        String workers = articleId("https://commonweal.example/hub");
        return StoryDetails.newBuilder()
                .setComparison(SideComparison.newBuilder()
                        .setLanguage("en")
                        .setOutletsMin(3)
                        .setZScoreMin(1.645)
                        .setTermOutletsMin(3)
                        .addSides(SideTelling.newBuilder()
                                .setSide(Side.SIDE_LEFT)
                                .setOutletCount(3)
                                .setOtherOutletCount(8)
                                .addTerms(SideTerm.newBuilder()
                                        .setText("sorting hall")
                                        .setZScore(2.128)
                                        .setOutletCount(3)
                                        .setExample(point(
                                                "Three employees described new screens in the sorting hall.", workers)))
                                .addPoints(point(
                                        "Workers at the hub say they were told not to ask about the software.",
                                        workers)))
                        .addSides(SideTelling.newBuilder()
                                .setSide(Side.SIDE_CENTER)
                                .setOutletCount(5)
                                .setOtherOutletCount(5))
                        .addSides(SideTelling.newBuilder()
                                .setSide(Side.SIDE_RIGHT)
                                .setOutletCount(2)
                                .setOtherOutletCount(8)))
                .addSubjects(subject("Ada Quill", SubjectKind.SUBJECT_KIND_PERSON, 4, ""))
                .addSubjects(subject("Belgium", SubjectKind.SUBJECT_KIND_PLACE, 9, "BE"))
                .addSubjects(subject("software", SubjectKind.SUBJECT_KIND_TOPIC, 6, ""))
                .setFirstReport(FirstReport.newBuilder()
                        .setReport(reportTime("wire", 360, TimePrecision.TIME_PRECISION_HOUR))
                        .setUncertain(true)
                        .addContenders(reportTime("harbor", 350, TimePrecision.TIME_PRECISION_EXACT))
                        .setContenderCount(3)
                        .setTieSeconds(300))
                .addImages(StoryImage.newBuilder()
                        .setUrl("https://harbor.example/hub.jpg")
                        .setArticleId(articleId("https://harbor.example/hub")))
                .build();
    }

    private static Subject subject(String text, SubjectKind kind, int outlets, String country) {
        return Subject.newBuilder()
                .setText(text)
                .setKind(kind)
                .setOutletCount(outlets)
                .setCountry(country)
                .setArticleId(articleId("https://wire.example/hub"))
                .build();
    }

    private ReportTime reportTime(String source, int minutesAgo, TimePrecision precision) {
        return ReportTime.newBuilder()
                .setArticleId(articleId("https://" + source + ".example/hub"))
                .setTime(timestamp(now.minus(Duration.ofMinutes(minutesAgo))))
                .setPrecision(precision)
                .build();
    }

    private void ferry() {
        String first = articleId("https://harbor.example/ferry");
        List.of("harbor", "tribune", "wire", "gazette", "ledger", "courier", "provincial", "sentinelle", "bastion")
                .forEach(source -> join(
                        FERRY,
                        article(
                                source,
                                "ferry",
                                "Harbor city votes to keep its night ferries after a year of protest",
                                "The council voted nine to four.",
                                "en",
                                40),
                        first,
                        ""));
        digests.add(digest(FERRY, "Harbor city votes to keep its night ferries after a year of protest", first)
                .addSummary(point("The council voted nine to four to keep the boats.", first).toBuilder()
                        .setWrittenByModel("model-of-tests"))
                .build());
    }

    private void patch() {
        String first = articleId("https://commonweal.example/patch");
        join(
                PATCH,
                article("commonweal", "patch", "Trial finds malaria patch shortens fevers in children", "", "en", 60),
                first,
                "");
        join(
                MERGED,
                article("courier", "patch", "Malaria patch trial reports shorter fevers", "", "en", 50),
                first,
                "");
        digests.add(digest(PATCH, "Trial finds malaria patch shortens fevers in children", first)
                .build());
    }

    private void fillers() {
        String lone = articleId("https://unrated0.example/lone");
        join(LONE, article("unrated0", "lone", "A quiet day at the cargo terminal", "", "en", 3000), lone, "");
        digests.add(digest(LONE, "A quiet day at the cargo terminal", lone).build());
        for (int i = 0; i < FILLERS; i++) {
            String source =
                    List.of("harbor", "chronik", "provincial", "tribune").get(i % 4);
            String slug = "filler-" + i;
            String title = List.of(
                                    "Council hears plan for the old quarry",
                                    "Wie das Museum seine Uhren repariert",
                                    "Farmers bring in an early harvest",
                                    "Library extends its opening hours")
                            .get(i % 4)
                    + ", part " + (i + 1);
            boolean hostile = i == FILLERS - 1;
            String id = articleId("https://" + source + ".example/" + slug);
            join(
                    storyId(slug),
                    article(
                            source,
                            slug,
                            hostile ? HOSTILE_TITLE : title,
                            hostile ? HOSTILE_TITLE : "",
                            i % 4 == 1 ? "de" : "en",
                            1500 + 60 * i),
                    id,
                    "");
            var digest = digest(storyId(slug), hostile ? HOSTILE_HEADLINE : title, id);
            if (i >= FILLERS - 6 && i % 4 != 1) {
                digest.setDetails(StoryDetails.newBuilder()
                        .addSubjects(subject(TOWN_LIFE, SubjectKind.SUBJECT_KIND_TOPIC, 1, "").toBuilder()
                                .setArticleId(id)));
            }
            digests.add(digest.build());
        }
    }

    private void explainHub() {
        explain(
                "https://wire.example/hub",
                MembershipExplanation.newBuilder()
                        .setThreshold(.5)
                        .setFounder(true)
                        .setRunnerUp(RunnerUp.newBuilder()
                                .setStoryId(MERGED)
                                .setSimilarity(.31)
                                .setArticleId(articleId("https://courier.example/patch"))));
        explain(
                "https://harbor.example/hub",
                MembershipExplanation.newBuilder()
                        .setThreshold(.5)
                        .setComparedCount(12)
                        .addNearest(NearestArticle.newBuilder()
                                .setArticleId(articleId("https://wire.example/hub"))
                                .setProbability(.91)
                                .putEvidence("names", .55)
                                .setTimeGapSeconds(600)
                                .addSharedNames("Liège")
                                .addSharedTerms("cargo hub")
                                .addSharedTerms("scrutiny"))
                        .addNearest(NearestArticle.newBuilder()
                                .setArticleId(articleId("https://ledger.example/ferry"))
                                .setProbability(.6)
                                .setTimeGapSeconds(-7_500))
                        .setRunnerUp(RunnerUp.newBuilder()
                                .setStoryId(FERRY)
                                .setSimilarity(.12)
                                .setArticleId(articleId("https://harbor.example/ferry"))));
    }

    private void explain(String url, MembershipExplanation.Builder explanation) {
        records.replaceAll(record -> {
            if (!record.getArticle().getCanonicalUrl().equals(url)) {
                return record;
            }
            var explained = record.toBuilder();
            explained.getMembershipBuilder().setExplanation(explanation);
            return explained.build();
        });
    }

    /** The Northern Ledger changes its headline after publication. */
    private void correctATitle(Channel catalog) {
        ArticleRecord before = records.stream()
                .filter(it -> it.getArticle().getCanonicalUrl().equals("https://ledger.example/hub"))
                .findFirst()
                .orElseThrow();
        Article after = before.getArticle().toBuilder()
                .setTitle("Five years on, Liège hub has not closed the trade gap")
                .setModifyTime(timestamp(now.minus(Duration.ofMinutes(120))))
                .build();
        StoryServiceGrpc.newBlockingStub(catalog)
                .recordArticles(RecordArticlesRequest.newBuilder()
                        .addArticles(before.toBuilder().setArticle(after))
                        .build());
    }

    private Article.Builder article(
            String source, String slug, String title, String lead, String language, int minutesAgo) {
        String url = "https://" + source + ".example/" + slug;
        return Article.newBuilder()
                .setId(articleId(url))
                .setCanonicalUrl(url)
                .setSourceId(source + ".example")
                .setTitle(title)
                .setLead(lead)
                .setText("Text of " + url + " that is kept inside.")
                .setLanguage(language)
                .addAuthors("A. Writer")
                .setKind(ArticleKind.ARTICLE_KIND_NEWS)
                .setPublishTime(timestamp(now.minus(Duration.ofMinutes(minutesAgo))))
                .setDiscoverTime(timestamp(now))
                .setContentHash(sha256(url, 64));
    }

    private void join(String story, Article.Builder article, String first, String copyOf) {
        boolean founder = article.getId().equals(first);
        var membership = Membership.newBuilder()
                .setStoryId(story)
                .setSimilarity(founder ? 1 : .72)
                .setCopyOfArticleId(copyOf);
        if (!founder) {
            membership
                    .putEvidence("terms", .41)
                    .putEvidence("embedding", .83)
                    .addSharedTerms("Liège")
                    .addSharedTerms("cargo hub");
        }
        records.add(ArticleRecord.newBuilder()
                .setArticle(article)
                .setMembership(membership)
                .build());
    }

    private static StoryDigest.Builder digest(String story, String title, String article) {
        return StoryDigest.newBuilder().setStoryId(story).setTitle(title).setTitleArticleId(article);
    }

    private static SummaryPoint point(String text, String article) {
        return SummaryPoint.newBuilder().setText(text).setArticleId(article).build();
    }

    private static Timestamp timestamp(Instant moment) {
        return Timestamp.newBuilder().setSeconds(moment.getEpochSecond()).build();
    }

    public static String articleId(String url) {
        return sha256(url, 32);
    }

    public static String storyId(String name) {
        return sha256(name, 20);
    }

    private static String sha256(String text, int digits) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
