package news.parallax.clusterer.digest.model;

import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.model.chat.ChatModel;
import io.quarkus.logging.Log;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.clusterer.digest.model.Verdict.Dropped;
import news.parallax.clusterer.digest.model.Verdict.Kept;
import news.parallax.clusterer.story.OpenStory;

/**
 * Start here: has a language model tell stories, beside everything else. Stories are offered by the writer and asked for by
 * one thread of its own; a model that is slow, wrong or away costs a line in the log.
 */
public final class ModelDigests {

    /** The catalog takes no more points of a story. */
    private static final int POINTS = 3;

    private static final int REASON_CHARACTERS = 200;

    private final DigestModelConfig config;
    private final InstantSource clock;
    private final Optional<ChatModel> chat;
    private final RequestQueue queue;
    private final CallBudget budget;

    /** Reads which model it is; calls nothing yet. */
    public ModelDigests(DigestModelConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.chat = ChatModels.of(config);
        this.queue = new RequestQueue(config);
        this.budget = new CallBudget(config.callsPerHour());
    }

    /** Whether there is a model. */
    public boolean isOn() {
        return chat.isPresent();
    }

    /** Notes that a story has changed. Quick; belongs to the writer, as the story does. */
    public void offer(OpenStory story) {
        if (isOn()) {
            queue.offer(story, clock.instant());
        }
    }

    /**
     * Has the model tell the next story that waits; blocks until it has. For one thread.
     *
     * @return empty if none waits, no call is left in this hour, the model fails, or none of its sentences is borne out
     */
    public Optional<ModelDigest> next() {
        return chat.filter(_ -> budget.isLeft(clock.instant()))
                .flatMap(model -> queue.poll(clock.instant()).flatMap(request -> tell(model, request)));
    }

    private Optional<ModelDigest> tell(ChatModel model, ModelRequest request) {
        Optional<String> answer = ask(model, request);
        if (answer.isEmpty()) {
            queue.forget(request);
            return Optional.empty();
        }
        List<Verdict> verdicts = AnswerCheck.verdicts(Answer.claims(answer.get()), request.articles());
        List<Kept> kept = verdicts.stream()
                .flatMap(verdict -> switch (verdict) {
                    case Kept borneOut -> Stream.of(borneOut);
                    case Dropped dropped -> logged(request, dropped);
                })
                .limit(POINTS)
                .toList();
        Log.infof(
                "model answered model=%s story=%s sentences=%d kept=%d",
                ChatModels.name(config), request.storyId(), verdicts.size(), kept.size());
        return kept.isEmpty() ? Optional.empty() : Optional.of(new ModelDigest(request, ChatModels.name(config), kept));
    }

    private static Stream<Kept> logged(ModelRequest request, Dropped dropped) {
        Log.infof(
                "sentence of the model dropped story=%s article=%d kind=%s found=%s",
                request.storyId(),
                dropped.claim().articleNumber(),
                dropped.flaw().kind(),
                dropped.flaw().found().replaceAll("[\\p{Cc}\\p{Cf}]", "?"));
        return Stream.empty();
    }

    private Optional<String> ask(ChatModel model, ModelRequest request) {
        Duration wait = config.retryWait();
        for (int attempt = 1; budget.take(clock.instant()); attempt++) {
            try {
                return Optional.ofNullable(
                        model.chat(Prompt.of(request)).aiMessage().text());
            } catch (RuntimeException e) {
                Log.warnf("model failed story=%s attempt=%d reason=%s", request.storyId(), attempt, reason(e));
                if (attempt >= config.attempts() || !mayPass(e) || !slept(wait)) {
                    return Optional.empty();
                }
                wait = wait.multipliedBy(2);
            }
        }
        return Optional.empty();
    }

    private static boolean mayPass(RuntimeException failure) {
        return failure instanceof RetriableException || failure instanceof UncheckedIOException;
    }

    /** Whatever a server answers, on one line of bounded length. */
    private static String reason(RuntimeException failure) {
        String reason = failure.toString().replaceAll("\\s+", " ");
        return reason.length() <= REASON_CHARACTERS ? reason : reason.substring(0, REASON_CHARACTERS) + "…";
    }

    private static boolean slept(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
