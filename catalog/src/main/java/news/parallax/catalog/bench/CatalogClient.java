package news.parallax.catalog.bench;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import news.parallax.article.v1.Article;
import news.parallax.catalog.bench.InventedStory.InventedArticle;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.Membership;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.SearchServiceGrpc;
import news.parallax.catalog.v1.SearchStoriesRequest;
import news.parallax.catalog.v1.StoryFilter;
import news.parallax.catalog.v1.StoryServiceGrpc;

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

    void frontPage() {
        stories().listStories(ListStoriesRequest.newBuilder().setPageSize(PAGE).build());
    }

    void gaps() {
        stories()
                .listStories(ListStoriesRequest.newBuilder()
                        .setPageSize(PAGE)
                        .setGapOnly(true)
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

    /** Returns how many were found. */
    int search(String query, String language, String country) {
        return SearchServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .searchStories(SearchStoriesRequest.newBuilder()
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
