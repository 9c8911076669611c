package news.parallax.catalog.webhook;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.change.StoryChanges;
import news.parallax.catalog.reader.OneMore;
import news.parallax.catalog.reader.ReaderEntity;
import news.parallax.catalog.reader.ReaderRepository;
import news.parallax.catalog.reader.Secrets;
import news.parallax.catalog.search.SubjectRepository;
import news.parallax.catalog.source.SourceRepository;
import org.jboss.logging.Logger;

/** Makes webhooks, pauses and ends them. To be called in a transaction. */
@Singleton
class Webhooks {
    private static final Logger LOG = Logger.getLogger(Webhooks.class);
    private static final String SECRET_PREFIX = "whsec_";

    private final WebhookRepository webhooks;
    private final ReaderRepository readers;
    private final SourceRepository sources;
    private final SubjectRepository subjects;
    private final StoryChanges changes;
    private final Secrets secrets;
    private final CatalogConfig config;
    private final InstantSource clock;

    Webhooks(
            WebhookRepository webhooks,
            ReaderRepository readers,
            SourceRepository sources,
            SubjectRepository subjects,
            StoryChanges changes,
            Secrets secrets,
            CatalogConfig config,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.readers = readers;
        this.sources = sources;
        this.subjects = subjects;
        this.changes = changes;
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
    }

    /** What a reader asks for; sources by id or any domain. */
    record Wish(String readerId, String url, String name, WebhookFilter filter) {}

    WebhookEntity create(Wish wish) {
        ReaderEntity reader = readers.requireLocked(wish.readerId());
        OneMore.of(
                "TOO_MANY_WEBHOOKS", webhooks.count(reader.id), config.reader().webhooksMax());
        var webhook = new WebhookEntity();
        webhook.id = secrets.id();
        webhook.reader = reader;
        webhook.url = wish.url();
        webhook.name = wish.name();
        webhook.secret = secret();
        webhook.state = WebhookEntity.State.ACTIVE;
        filter(webhook, wish.filter());
        webhook.createTime = now();
        webhook.secretTime = webhook.createTime;
        webhook.afterChangeId = changes.lastId();
        webhooks.persistAndFlush(webhook);
        LOG.infof("webhook added webhook=%s reader=%s", webhook.id, reader.id);
        return webhook;
    }

    private void filter(WebhookEntity webhook, WebhookFilter filter) {
        webhook.aspects = filter.aspects();
        webhook.gapOnly = filter.gapOnly();
        webhook.sourceIds = filter.sourceIds().stream()
                .sorted() // the order in which they are held
                .map(id -> sources.requireHeld(id).id)
                .distinct()
                .toList();
        webhook.subjectIds = filter.subjectIds().stream()
                .map(id -> subjects.require(id).id)
                .distinct()
                .toList();
        webhook.countries = List.copyOf(filter.countries());
        webhook.languages = List.copyOf(filter.languages());
        webhook.minSources = filter.minSources();
    }

    WebhookEntity set(String readerId, String id, WebhookEntity.State state) {
        WebhookEntity webhook = webhooks.requireLocked(readers.require(readerId).id, id);
        switch (state) {
            case PAUSED -> webhook.pause(WebhookEntity.PauseReason.READER);
            case ACTIVE -> resume(webhook);
        }
        return webhook;
    }

    private void resume(WebhookEntity webhook) {
        if (webhook.state == WebhookEntity.State.PAUSED) {
            webhook.state = WebhookEntity.State.ACTIVE;
            webhook.pauseReason = null;
            webhook.failingSinceTime = null;
            webhook.lastError = "";
            webhook.afterChangeId = changes.lastId();
        }
    }

    WebhookEntity rotate(String readerId, String id) {
        WebhookEntity webhook = webhooks.requireLocked(readers.require(readerId).id, id);
        webhook.secret = secret();
        webhook.secretTime = now();
        return webhook;
    }

    void delete(String readerId, String id) {
        webhooks.deleteWithMessages(webhooks.requireLocked(readers.require(readerId).id, id));
        LOG.infof("webhook deleted webhook=%s reader=%s", id, readerId);
    }

    private String secret() {
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(secrets.secretBytes());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
