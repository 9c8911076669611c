package news.parallax.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiKeyTest {
    @Test
    void theHashIsSha256InLowercaseHexadecimal() {
        assertThat(new ApiKey("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aKeyNeverPrintsItself() {
        assertThat(new ApiKey("secret-key").toString()).doesNotContain("secret");
    }

    @Test
    void whatDoesNotFitAHeaderOrACookieIsNoKey() {
        assertThat(ApiKey.possible("px_1-A.b~")).isTrue();
        assertThat(ApiKey.possible("")).isFalse();
        assertThat(ApiKey.possible("a b")).isFalse();
        assertThat(ApiKey.possible("a;b")).isFalse();
        assertThat(ApiKey.possible("é")).isFalse();
        assertThat(ApiKey.possible("a".repeat(257))).isFalse();
    }
}
