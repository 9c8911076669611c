package news.parallax.clusterer.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import news.parallax.clusterer.digest.Outlets.Outlet;
import org.junit.jupiter.api.Test;

class OutletsTest {

    private static final Outlet POST = new Outlet("post.example", "The Post", Optional.of(Side.LEFT));
    private static final Outlet BLOG = new Outlet("blog.post.example", "A Blog", Optional.of(Side.RIGHT));

    private final Outlets outlets = new Outlets(Map.of("post.example", POST, "blog.post.example", BLOG));

    @Test
    void aHostBelongsToTheOutletWithTheLongestDomain() {
        assertThat(outlets.of("post.example")).isEqualTo(POST);
        assertThat(outlets.of("amp.post.example")).isEqualTo(POST);
        assertThat(outlets.of("www.blog.post.example")).isEqualTo(BLOG);
    }

    @Test
    void anUnknownHostIsAnOutletWithoutSideHoweverItsPagesAreRead() {
        assertThat(outlets.of("other.example").side()).isEmpty();
        assertThat(outlets.of("www.other.example")).isEqualTo(outlets.of("m.other.example"));
        assertThat(outlets.of("apost.example")).as("no domain of the Post").isNotEqualTo(POST);
        assertThat(outlets.of("").id()).isEmpty();
    }
}
