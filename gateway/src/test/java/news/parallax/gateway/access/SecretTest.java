package news.parallax.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void theHashIsSha256InLowercaseHexadecimal() {
        assertThat(new Secret("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aKeyNeverPrintsItself() {
        assertThat(new Secret("secret-key").toString()).doesNotContain("secret");
    }

    @Test
    void whatDoesNotFitAHeaderOrACookieIsNoKey() {
        assertThat(Secret.possible("px_1-A.b~")).isTrue();
        assertThat(Secret.possible("")).isFalse();
        assertThat(Secret.possible("a b")).isFalse();
        assertThat(Secret.possible("a;b")).isFalse();
        assertThat(Secret.possible("é")).isFalse();
        assertThat(Secret.possible("a".repeat(257))).isFalse();
    }
}
