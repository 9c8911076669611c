package news.parallax.catalog.bench;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import news.parallax.article.v1.Article;
import news.parallax.catalog.bench.InventedStory.InventedArticle;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.CreateMuteRequest;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.ListSubjectsRequest;
import news.parallax.catalog.v1.Membership;
import news.parallax.catalog.v1.RatingOverride;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.ReaderServiceGrpc;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.SearchServiceGrpc;
import news.parallax.catalog.v1.SearchStoriesRequest;
import news.parallax.catalog.v1.StoryFilter;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.Target;
import news.parallax.catalog.v1.UpdateRatingOverrideRequest;
import news.parallax.catalog.v1.UpdateReaderRequest;

/** The calls that are measured. */
final class CatalogClient implements AutoCloseable {
    private static final int DEADLINE_SECONDS = 60;
    private static final int PAGE = 50;

    private final ManagedChannel channel;

    CatalogClient(int port) {
        this.channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .maxInboundMessageSize(64 << 20)
                .build();
    }

    boolean answers() {
        try {
            stories().getTotals(GetTotalsRequest.getDefaultInstance());
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    /** An article and the story that it belongs to. */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    record Draft(String storyId, InventedArticle article, byte[] vector) {}

    /** Returns a call that records the articles; what it sends is made now. */
    Runnable recording(List<Draft> drafts) {
        var request = RecordArticlesRequest.newBuilder()
                .addAllArticles(drafts.stream().map(CatalogClient::record).toList())
                .build();
        return () -> stories().recordArticles(request);
    }

    private static ArticleRecord record(Draft draft) {
        InventedArticle article = draft.article();
        return ArticleRecord.newBuilder()
                .setArticle(Article.newBuilder()
                        .setId(article.id())
                        .setCanonicalUrl(article.url())
                        .setTitle(article.title())
                        .setLead(article.lead())
                        .setText(article.text())
                        .setLanguage("en")
                        .setPublishTime(timestamp(article.time()))
                        .setDiscoverTime(timestamp(article.time()))
                        .setContentHash(InventedPress.hash(article.text(), 64)))
                .setMembership(Membership.newBuilder()
                        .setStoryId(draft.storyId())
                        .setSimilarity(0.8)
                        .putEvidence("embedding", 0.8)
                        .putEvidence("terms", 0.4)
                        .addSharedTerms("harbor"))
                .setEmbedding(ByteString.copyFrom(draft.vector()))
                .build();
    }

    /**
     * Adds a reader who muted some sources and what most stories are about, and rates some sources otherwise; returns the id.
     *
     * @param overridden rated as center
     */
    String addReader(List<String> muted, List<String> overridden) {
        String id = "bench";
        var readers = ReaderServiceGrpc.newBlockingStub(channel).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
        readers.updateReader(UpdateReaderRequest.newBuilder()
                .setReader(Reader.newBuilder().setId(id))
                .build());
        String subject = searches()
                .listSubjects(ListSubjectsRequest.newBuilder().setPageSize(1).build())
                .getSubjects(0)
                .getId();
        var targets = Stream.concat(
                Stream.of(Target.newBuilder().setSubjectId(subject)),
                muted.stream().map(source -> Target.newBuilder().setSourceId(source)));
        targets.forEach(target -> readers.createMute(
                CreateMuteRequest.newBuilder().setReaderId(id).setTarget(target).build()));
        overridden.forEach(source -> readers.updateRatingOverride(UpdateRatingOverrideRequest.newBuilder()
                .setReaderId(id)
                .setRatingOverride(
                        RatingOverride.newBuilder().setSourceId(source).setBias(Bias.BIAS_CENTER))
                .build()));
        return id;
    }

    /** @param readerId empty for everybody */
    void frontPage(String readerId) {
        stories()
                .listStories(ListStoriesRequest.newBuilder()
                        .setPageSize(PAGE)
                        .setReaderId(readerId)
                        .build());
    }

    /** @param readerId empty for everybody */
    void gaps(String readerId) {
        stories()
                .listStories(ListStoriesRequest.newBuilder()
                        .setPageSize(PAGE)
                        .setGapOnly(true)
                        .setReaderId(readerId)
                        .build());
    }

    /** What the page of a story asks for. */
    void storyPage(String id) {
        stories().getStory(GetStoryRequest.newBuilder().setStoryId(id).build());
        stories()
                .listStoryArticles(ListStoryArticlesRequest.newBuilder()
                        .setStoryId(id)
                        .setPageSize(PAGE)
                        .build());
    }

    void coverage(String id, Instant moment) {
        stories()
                .getCoverage(GetCoverageRequest.newBuilder()
                        .setStoryId(id)
                        .setAtTime(timestamp(moment))
                        .build());
    }

    /**
     * Returns how many were found.
     *
     * @param readerId empty for everybody
     */
    int search(String readerId, String query, String language, String country) {
        return searches()
                .searchStories(SearchStoriesRequest.newBuilder()
                        .setReaderId(readerId)
                        .setQuery(query)
                        .setFilter(
                                StoryFilter.newBuilder().addLanguages(language).addCountries(country))
                        .setPageSize(PAGE)
                        .build())
                .getStoriesCount();
    }

    @Override
    public void close() throws InterruptedException {
        channel.shutdownNow().awaitTermination(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private SearchServiceGrpc.SearchServiceBlockingStub searches() {
        return SearchServiceGrpc.newBlockingStub(channel).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private StoryServiceGrpc.StoryServiceBlockingStub stories() {
        return StoryServiceGrpc.newBlockingStub(channel).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private static Timestamp timestamp(Instant moment) {
        return Timestamp.newBuilder()
                .setSeconds(moment.getEpochSecond())
                .setNanos(moment.getNano())
                .build();
    }
}
