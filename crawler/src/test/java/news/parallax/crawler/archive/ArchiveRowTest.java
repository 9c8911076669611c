package news.parallax.crawler.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import news.parallax.crawler.archive.ArchiveRow.BadRowException;
import news.parallax.crawler.page.ExtractedArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveRowTest {

    @Test
    void aWholeRowBecomesAnArticle() throws Exception {
        ExtractedArticle article = ArchiveRow.article("""
                {"id":"7","title":" Bridge closes ","text":"First.\\nSecond.","url":"https://Outlet.example/a?utm_source=x",
                 "domain":"outlet.example","publisher":"Outlet","date":"2026-05-01T08:00:00+02:00","lang":"en","story":"s"}""");
        assertThat(article.url().value()).isEqualTo("https://outlet.example/a");
        assertThat(article.title()).isEqualTo("Bridge closes");
        assertThat(article.lead()).isEmpty();
        assertThat(article.text()).isEqualTo("First.\n\nSecond.");
        assertThat(article.publisher()).isEqualTo("Outlet");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.publishTime()).contains(Instant.parse("2026-05-01T06:00:00Z"));
    }

    @Test
    void withoutUrlTheAddressIsMadeOfDomainAndId() throws Exception {
        assertThat(ArchiveRow.article("{\"id\":\"a/7\",\"title\":\"x\",\"domain\":\"outlet.example\"}")
                        .url()
                        .value())
                .isEqualTo("http://outlet.example/a%2F7");
        assertThat(ArchiveRow.article("{\"id\":\"7\",\"title\":\"x\",\"url\":null,\"domain\":null}")
                        .url()
                        .value())
                .isEqualTo("http://archive.invalid/7");
    }

    @Test
    void withoutDateTheTimeIsNotKnown() throws Exception {
        assertThat(ArchiveRow.article("{\"id\":\"7\",\"title\":\"x\",\"date\":null}")
                        .publishTime())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"title\": ",
                "{\"id\":\"7\",\"title\":\"\",\"text\":\" \"}",
                "{\"title\":\"x\"}",
                "{\"id\":\"7\",\"title\":\"x\",\"url\":\"not a url\"}",
                "{\"id\":\"7\",\"title\":\"x\",\"domain\":\"not a domain\"}",
                "{\"id\":\"7\",\"title\":\"x\",\"date\":\"last week\"}"
            })
    void aRowThatIsNoArticleIsNamed(String line) {
        assertThatThrownBy(() -> ArchiveRow.article(line)).isInstanceOf(BadRowException.class);
    }
}
