package news.parallax.crawler.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.ImportSourcesRequest;
import news.parallax.catalog.v1.Owner;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.Source;
import org.junit.jupiter.api.Test;

class OutletMessagesTest {

    private final Outlets outlets = Outlets.bundled("sample/outlets.yaml");

    @Test
    void everyOwnerComesAfterItsParent() {
        Set<String> known = new HashSet<>();
        ImportSourcesRequest request = OutletMessages.sources(outlets);
        for (Owner owner : request.getParentOwnersList()) {
            if (!owner.getParentOwnerId().isEmpty()) {
                assertThat(known).contains(owner.getParentOwnerId());
            }
            known.add(owner.getId());
        }
        assertThat(known).hasSize(outlets.owners().size());
    }

    @Test
    void everySourceHasItsDomainsOwnersAndFeeds() {
        List<Source> sources = OutletMessages.sources(outlets).getSourcesList();
        assertThat(sources)
                .hasSize(40)
                .allSatisfy(source -> assertThat(source.getDomains(0)).isEqualTo(source.getId()));
        assertThat(sources.stream().filter(source -> source.getOwnersCount() == 0))
                .hasSizeLessThan(5);
        assertThat(OutletMessages.feeds(outlets).getFeedsList())
                .extracting(Feed::getUrl)
                .contains("http://thecityledger.example/business/feed.xml");
    }

    @Test
    void everyRatingIsOfOneAxisAndNamesItsRater() {
        assertThat(OutletMessages.ratings(outlets).getRatingsList())
                .allSatisfy(rating -> assertThat(rating.getRater().getName()).isNotEmpty())
                .extracting(Rating::getValueCase)
                .contains(Rating.ValueCase.BIAS, Rating.ValueCase.FACTUALITY)
                .doesNotContain(Rating.ValueCase.VALUE_NOT_SET);
    }
}
