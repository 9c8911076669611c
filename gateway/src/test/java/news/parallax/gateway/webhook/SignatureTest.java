package news.parallax.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /** The example that the libraries of Standard Webhooks are tested with. */
    @Test
    void aMessageIsSignedAsStandardWebhooksHasIt() {
        assertThat(Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void anotherIdTimeOrBodyIsSignedOtherwise() {
        byte[] body = "{}".getBytes(UTF_8);
        Instant time = Instant.ofEpochSecond(1_614_265_330);
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

        String signature = Signature.of(secret, "a", time, body);

        assertThat(Signature.of(secret, "b", time, body)).isNotEqualTo(signature);
        assertThat(Signature.of(secret, "a", time.plusSeconds(1), body)).isNotEqualTo(signature);
        assertThat(Signature.of(secret, "a", time, "{ }".getBytes(UTF_8))).isNotEqualTo(signature);
    }
}
