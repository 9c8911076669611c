package news.parallax.catalog.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Argon2Test {
    /** Of the reference implementation (P-H-C/phc-winner-argon2, test.c, version 0x13, Argon2id). */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void hashesAreThoseOfTheReferenceImplementation() {
        byte[] salt = "somesalt".getBytes(StandardCharsets.US_ASCII);

        assertThat(new Argon2(65_536, 2).hash("password", salt)).isEqualTo(REFERENCE);
    }

    @Test
    void aPasswordMatchesItsHashWhateverTheHashCostAndNoOtherDoes() {
        String cheap = new Argon2(64, 1).hash("correct horse", new byte[Argon2.SALT_BYTES]);

        assertThat(Argon2.matches("correct horse", cheap)).isTrue();
        assertThat(Argon2.matches("correct horsf", cheap)).isFalse();
        assertThat(Argon2.matches("", cheap)).isFalse();
        assertThat(Argon2.matches("password", REFERENCE)).isTrue();
    }
}
