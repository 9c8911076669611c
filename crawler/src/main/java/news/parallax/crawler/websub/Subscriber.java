package news.parallax.crawler.websub;

import io.grpc.StatusRuntimeException;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.fetch.Fetcher;
import news.parallax.crawler.websub.SubscriptionClient.Wanted;
import okhttp3.HttpUrl;

/** Asks hubs for the subscriptions that the catalog wants, new ones and those that end soon. */
@Singleton
public class Subscriber {

    private final CrawlerConfig config;
    private final SubscriptionClient subscriptions;
    private final Fetcher fetcher;

    Subscriber(CrawlerConfig config, SubscriptionClient subscriptions, Fetcher fetcher) {
        this.config = config;
        this.subscriptions = subscriptions;
        this.fetcher = fetcher;
    }

    /** Does so until the process ends, if hubs know where to call back. */
    public void start() {
        config.websubCallback().ifPresent(callback -> {
            if (HttpUrl.parse(callback) == null) {
                throw new IllegalArgumentException(
                        "parallax.crawler.websub-callback is no http or https URL: " + callback);
            }
            Thread.ofVirtual().name("websub").start(() -> run(callback));
        });
    }

    private void run(String callback) {
        try {
            while (true) {
                round(callback);
                Thread.sleep(config.websubInterval());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody interrupts it; the process ends by exiting
        }
    }

    private void round(String callback) throws InterruptedException {
        try {
            for (Wanted wanted : subscriptions.due()) {
                ask(wanted, callback);
            }
        } catch (StatusRuntimeException e) {
            Log.warnf("no subscriptions reason=\"%s\"", e.getMessage());
        }
    }

    /** What fails is asked for again, as the hub has not confirmed it. */
    private void ask(Wanted wanted, String callback) throws InterruptedException {
        HttpUrl hub = HttpUrl.parse(wanted.hubUrl());
        try {
            int status = hub == null ? 0 : fetcher.post(hub, form(wanted, callback));
            Log.infof("hub asked feed=%s hub=%s status=%d", wanted.feedId(), wanted.hubUrl(), status);
        } catch (IOException e) {
            Log.infof("hub not asked feed=%s hub=%s reason=\"%s\"", wanted.feedId(), wanted.hubUrl(), e.getMessage());
        }
    }

    private static Map<String, String> form(Wanted wanted, String callback) {
        String base = callback.endsWith("/") ? callback.substring(0, callback.length() - 1) : callback;
        return Map.of(
                "hub.mode",
                "subscribe",
                "hub.topic",
                wanted.topicUrl(),
                "hub.callback",
                base + CallbackRoutes.PATH + wanted.id(),
                "hub.secret",
                wanted.secret());
    }
}
