package news.parallax.catalog.webhook;

import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.webhooks;
import static news.parallax.catalog.Samples.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.CreateWebhookRequest;
import news.parallax.catalog.v1.CreateWebhookResponse;
import news.parallax.catalog.v1.DeleteReaderRequest;
import news.parallax.catalog.v1.DeleteWebhookRequest;
import news.parallax.catalog.v1.GetWebhookRequest;
import news.parallax.catalog.v1.ListWebhooksRequest;
import news.parallax.catalog.v1.RotateWebhookSecretRequest;
import news.parallax.catalog.v1.RotateWebhookSecretResponse;
import news.parallax.catalog.v1.StoryAspect;
import news.parallax.catalog.v1.Webhook;
import news.parallax.catalog.v1.WebhookFilter;
import news.parallax.catalog.v1.WebhookPauseReason;
import news.parallax.catalog.v1.WebhookState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class WebhooksTest {
    @Test
    void aWebhookIsKeptAsItWasAskedForAndItsSecretToldOnce() {
        importSources(source("hooked.example"));
        SomeWebhook.reader("hooks");

        CreateWebhookResponse made = SomeWebhook.create(
                "hooks",
                WebhookFilter.newBuilder()
                        .addAspects(StoryAspect.STORY_ASPECT_FOUNDED)
                        .setGapOnly(true)
                        .addSourceIds("hooked.example")
                        .addCountries("be")
                        .addLanguages("pt-BR")
                        .setMinSources(2));

        Webhook webhook = made.getWebhook();
        assertThat(made.getSecret()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(made.getSecret().substring(6))).hasSize(32);
        assertThat(webhook.getState()).isEqualTo(WebhookState.WEBHOOK_STATE_ACTIVE);
        assertThat(webhook.getFilter())
                .isEqualTo(WebhookFilter.newBuilder()
                        .addAspects(StoryAspect.STORY_ASPECT_FOUNDED)
                        .setGapOnly(true)
                        .addSourceIds("hooked.example")
                        .addCountries("BE")
                        .addLanguages("pt-br")
                        .setMinSources(2)
                        .build());
        assertThat(new SomeWebhook("hooks", webhook.getId()).get()).isEqualTo(webhook);
        assertThat(webhook.toString()).doesNotContain(made.getSecret());
    }

    @Test
    void anotherSecretTakesThePlaceOfTheFirst() {
        SomeWebhook.reader("rotates");
        CreateWebhookResponse made = SomeWebhook.create("rotates", WebhookFilter.newBuilder());

        RotateWebhookSecretResponse rotated = webhooks()
                .rotateWebhookSecret(RotateWebhookSecretRequest.newBuilder()
                        .setReaderId("rotates")
                        .setWebhookId(made.getWebhook().getId())
                        .build());

        assertThat(rotated.getSecret()).startsWith("whsec_").isNotEqualTo(made.getSecret());
        assertThat(rotated.getWebhook().getCreateTime())
                .isEqualTo(made.getWebhook().getCreateTime());
    }

    @Test
    void aPausedWebhookSaysWhyAndGoesOnWhenItsReaderWants() {
        SomeWebhook webhook = SomeWebhook.add("pauses", WebhookFilter.newBuilder());

        Webhook paused = webhook.set(WebhookState.WEBHOOK_STATE_PAUSED);
        assertThat(paused.getPauseReason()).isEqualTo(WebhookPauseReason.WEBHOOK_PAUSE_REASON_READER);
        assertThat(webhook.set(WebhookState.WEBHOOK_STATE_PAUSED)).isEqualTo(paused);

        Webhook active = webhook.set(WebhookState.WEBHOOK_STATE_ACTIVE);
        assertThat(active.getState()).isEqualTo(WebhookState.WEBHOOK_STATE_ACTIVE);
        assertThat(active.getPauseReason()).isEqualTo(WebhookPauseReason.WEBHOOK_PAUSE_REASON_UNSPECIFIED);
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> webhook.set(WebhookState.WEBHOOK_STATE_UNSPECIFIED))
                        .getReason())
                .isEqualTo("STATE_INVALID");
    }

    @Test
    void nobodyTouchesTheWebhooksOfAnother() {
        SomeWebhook webhook = SomeWebhook.add("owns-hook", WebhookFilter.newBuilder());
        SomeWebhook.reader("wants-hook");
        var theirs = new SomeWebhook("wants-hook", webhook.id());

        assertThat(refusal(Code.NOT_FOUND, theirs::get).getReason()).isEqualTo("WEBHOOK_NOT_FOUND");
        assertThat(refusal(Code.NOT_FOUND, theirs::deliveries).getReason()).isEqualTo("WEBHOOK_NOT_FOUND");
        assertThat(refusal(Code.NOT_FOUND, () -> theirs.set(WebhookState.WEBHOOK_STATE_PAUSED))
                        .getReason())
                .isEqualTo("WEBHOOK_NOT_FOUND");
        assertThat(refusal(Code.NOT_FOUND, () -> delete(theirs)).getReason()).isEqualTo("WEBHOOK_NOT_FOUND");
        assertThat(refusal(
                                Code.NOT_FOUND,
                                () -> webhooks()
                                        .rotateWebhookSecret(RotateWebhookSecretRequest.newBuilder()
                                                .setReaderId("wants-hook")
                                                .setWebhookId(webhook.id())
                                                .build()))
                        .getReason())
                .isEqualTo("WEBHOOK_NOT_FOUND");

        assertThat(webhook.get().getState()).isEqualTo(WebhookState.WEBHOOK_STATE_ACTIVE);
        delete(webhook);
        assertThat(refusal(Code.NOT_FOUND, webhook::get).getReason()).isEqualTo("WEBHOOK_NOT_FOUND");
    }

    @Test
    void webhooksGoWithTheirReader() {
        SomeWebhook webhook = SomeWebhook.add("goes-with-hook", WebhookFilter.newBuilder());

        readers()
                .deleteReader(DeleteReaderRequest.newBuilder()
                        .setReaderId("goes-with-hook")
                        .build());
        SomeWebhook.reader("goes-with-hook");

        assertThat(refusal(Code.NOT_FOUND, webhook::get).getReason()).isEqualTo("WEBHOOK_NOT_FOUND");
    }

    @Test
    void thereAreNoMoreThanMayBeHoweverManyAreMadeAtOnce() {
        SomeWebhook.reader("collects-hooks");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(_ ->
                            executor.submit(() -> SomeWebhook.create("collects-hooks", WebhookFilter.newBuilder())));
        }

        assertThat(webhooks()
                        .listWebhooks(ListWebhooksRequest.newBuilder()
                                .setReaderId("collects-hooks")
                                .build())
                        .getWebhooksList())
                .hasSize(3)
                .isSortedAccordingTo((one, other) -> Timestamps.compare(one.getCreateTime(), other.getCreateTime()));
        assertThat(refusal(
                                Code.RESOURCE_EXHAUSTED,
                                () -> SomeWebhook.create("collects-hooks", WebhookFilter.newBuilder()))
                        .getReason())
                .isEqualTo("TOO_MANY_WEBHOOKS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example/a",
                "ftp://hooks.example/a",
                "https://user:secret@hooks.example/",
                "https://hooks.example/#part",
                "https://hooks.example/a b",
                "https:///path",
                "https://hooks.example:99999/"
            })
    void whatIsNoAddressIsRefused(String url) {
        SomeWebhook.reader("no-address");

        assertThat(refusal(Code.INVALID_ARGUMENT, () -> create(url, "hook", WebhookFilter.newBuilder()))
                        .getReason())
                .isIn("URL_INVALID", "DOMAIN_INVALID");
    }

    @Test
    void aFilterThatCannotBeIsRefused() {
        SomeWebhook.reader("no-address");
        String url = "https://hooks.example/";
        var filter = WebhookFilter.newBuilder();

        assertThat(invalid(url, " ", filter)).isEqualTo("NAME_INVALID");
        assertThat(invalid(url, "hook", filter.clone().addCountries("ZZ"))).isEqualTo("FILTER_INVALID");
        assertThat(invalid(url, "hook", filter.clone().addLanguages("e"))).isEqualTo("FILTER_INVALID");
        assertThat(invalid(url, "hook", filter.clone().setMinSources(-1))).isEqualTo("FILTER_INVALID");
        assertThat(invalid(url, "hook", filter.clone().addAspects(StoryAspect.STORY_ASPECT_UNSPECIFIED)))
                .isEqualTo("FILTER_INVALID");
        assertThat(invalid(url, "hook", filter.clone().addAllCountries(Collections.nCopies(21, "BE"))))
                .isEqualTo("FILTER_TOO_LONG");
        assertThat(refusal(
                                Code.NOT_FOUND,
                                () -> create(url, "hook", filter.clone().addSourceIds("no.example")))
                        .getReason())
                .isEqualTo("SOURCE_NOT_FOUND");
        assertThat(refusal(
                                Code.NOT_FOUND,
                                () -> create(url, "hook", filter.clone().addSubjectIds("none")))
                        .getReason())
                .isEqualTo("SUBJECT_NOT_FOUND");
        assertThat(refusal(
                                Code.NOT_FOUND,
                                () -> webhooks()
                                        .getWebhook(GetWebhookRequest.newBuilder()
                                                .setReaderId("nobody")
                                                .build()))
                        .getReason())
                .isEqualTo("READER_NOT_FOUND");
    }

    private static String invalid(String url, String name, WebhookFilter.Builder filter) {
        return refusal(Code.INVALID_ARGUMENT, () -> create(url, name, filter)).getReason();
    }

    private static void create(String url, String name, WebhookFilter.Builder filter) {
        webhooks()
                .createWebhook(CreateWebhookRequest.newBuilder()
                        .setReaderId("no-address")
                        .setUrl(url)
                        .setName(name)
                        .setFilter(filter)
                        .build());
    }

    private static void delete(SomeWebhook webhook) {
        webhooks()
                .deleteWebhook(DeleteWebhookRequest.newBuilder()
                        .setReaderId(webhook.readerId())
                        .setWebhookId(webhook.id())
                        .build());
    }
}
