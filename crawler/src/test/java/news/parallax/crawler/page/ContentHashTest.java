package news.parallax.crawler.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Test
    void copiesThatDifferInCaseAndWhiteSpaceAreEqual() {
        assertThat(ContentHash.of("The  Harbour\n\nvotes. ")).isEqualTo(ContentHash.of("the harbour VOTES."));
        assertThat(ContentHash.of("The harbour votes.")).isNotEqualTo(ContentHash.of("The harbour voted."));
    }

    @Test
    void noTextHasNoHash() {
        assertThat(ContentHash.of(" \n ")).isEmpty();
    }
}
