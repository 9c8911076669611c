package news.parallax.clusterer.digest.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.parallax.clusterer.story.OpenStory;

/**
 * Stories that wait for a model, each as it was last. One that has been asked for comes again when it has grown, or when what
 * was sent is no longer there. Safe for many threads; a story is only read by the caller.
 */
final class RequestQueue {

    private final DigestModelConfig config;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final LinkedHashMap<String, ModelRequest> asked = new LinkedHashMap<>();

    RequestQueue(DigestModelConfig config) {
        this.config = config;
    }

    private record Waiting(ModelRequest request, Instant since) {}

    /** Notes that a story may be told by the model; in a full queue the smallest one is not. */
    synchronized void offer(OpenStory story, Instant now) {
        ModelRequest last = asked.get(story.id());
        if (last != null && !last.isOutdated(story, config.growth())) {
            return;
        }
        ModelRequest.of(story, config).ifPresent(request -> {
            Waiting before = waiting.get(story.id());
            waiting.put(story.id(), new Waiting(request, before == null ? now : before.since()));
            if (waiting.size() > config.waitingStories()) {
                waiting.values().stream()
                        .min(Comparator.comparingInt(one -> one.request().articleCount()))
                        .ifPresent(smallest -> waiting.remove(smallest.request().storyId()));
            }
        });
    }

    /** Takes the largest of the stories that have waited long enough for further changes. */
    synchronized Optional<ModelRequest> poll(Instant now) {
        Optional<ModelRequest> next = waiting.values().stream()
                .filter(one -> !one.since().plus(config.settleTime()).isAfter(now))
                .map(Waiting::request)
                .max(Comparator.comparingInt(ModelRequest::articleCount));
        next.ifPresent(request -> {
            waiting.remove(request.storyId());
            asked.putLast(request.storyId(), request);
            if (asked.size() > config.rememberedStories()) {
                asked.pollFirstEntry();
            }
        });
        return next;
    }

    /** Has a story asked for again when it changes: nothing came of it. */
    synchronized void forget(ModelRequest request) {
        asked.remove(request.storyId(), request);
    }
}
