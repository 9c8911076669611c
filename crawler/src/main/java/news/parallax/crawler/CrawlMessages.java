package news.parallax.crawler;

import java.util.List;
import news.parallax.crawler.RequestedFeed.CrawledFeed;
import news.parallax.crawler.RequestedPage.StoredPage;
import news.parallax.crawler.SiteFeeds.SiteFeed;
import news.parallax.crawler.v1.CrawlFeedResponse;
import news.parallax.crawler.v1.CrawlUrlResponse;
import news.parallax.crawler.v1.DiscoverFeedsResponse;
import news.parallax.crawler.v1.DiscoveredFeed;
import news.parallax.crawler.v1.FeedEvidence;

/** What was crawled on request, on the wire. */
final class CrawlMessages {

    private static final String EVIDENCE_PREFIX = "FEED_EVIDENCE_";

    private CrawlMessages() {}

    static CrawlUrlResponse toProto(StoredPage page) {
        return CrawlUrlResponse.newBuilder()
                .setArticleId(page.articleId())
                .setStoryId(page.storyId())
                .setCanonicalUrl(page.canonicalUrl())
                .build();
    }

    static CrawlFeedResponse toProto(CrawledFeed feed) {
        return CrawlFeedResponse.newBuilder()
                .setUrl(feed.url().toString())
                .setTitle(feed.title())
                .setEntryCount(feed.entryCount())
                .setNewEntryCount(feed.counts().fresh())
                .setStoredEntryCount(feed.counts().stored())
                .setOpenEntryCount(feed.counts().open())
                .setGivenUpEntryCount(feed.counts().givenUp())
                .setEntryError(feed.counts().error())
                .build();
    }

    static DiscoverFeedsResponse toProto(List<SiteFeed> feeds) {
        return DiscoverFeedsResponse.newBuilder()
                .addAllFeeds(feeds.stream().map(CrawlMessages::toProto).toList())
                .build();
    }

    private static DiscoveredFeed toProto(SiteFeed feed) {
        return DiscoveredFeed.newBuilder()
                .setUrl(feed.url().toString())
                .setTitle(feed.title())
                .setEntryCount(feed.entryCount())
                .setEvidence(
                        FeedEvidence.valueOf(EVIDENCE_PREFIX + feed.reason().name()))
                .build();
    }
}
