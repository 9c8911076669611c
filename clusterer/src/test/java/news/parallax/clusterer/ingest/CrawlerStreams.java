package news.parallax.clusterer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import news.parallax.article.v1.Article;
import news.parallax.clusterer.v1.IngestArticlesResponse;
import news.parallax.clusterer.v1.ProducerPosition;

/**
 * Sends articles as one crawler does: over a stream to each copy, numbered over all streams, so far ahead and no further; what
 * a stream has not answered when it breaks, or falls silent, goes over another one at once, with the same numbers. Of one
 * thread.
 */
final class CrawlerStreams implements AutoCloseable {

    /** Half of what the crawler has open. */
    private static final int WINDOW = 128;

    private static final Duration RECONNECT = Duration.ofMillis(200);
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(15);
    private static final Duration END_LIMIT = Duration.ofMinutes(10);

    private final String producer = UUID.randomUUID().toString();
    private final List<ServiceProcess> copies;
    private final List<Stream> streams;
    private final NavigableSet<Long> open = new TreeSet<>();
    private final Map<String, String> answered = new HashMap<>();
    private long last;

    CrawlerStreams(List<ServiceProcess> copies) {
        this.copies = List.copyOf(copies);
        this.streams = IntStream.range(0, copies.size()).mapToObj(Stream::new).toList();
    }

    /** Sends articles, every other one over every other stream. */
    void send(List<Article> articles) {
        long until = System.nanoTime() + END_LIMIT.toNanos();
        for (Article article : articles) {
            Stream stream = streams.get((int) (last % streams.size()));
            while (!stream.hasRoom()) {
                lookAround(until);
            }
            open.add(++last);
            stream.send(last, article);
        }
    }

    /** Waits until all are answered; returns each article's story. */
    Map<String, String> finish() {
        long until = System.nanoTime() + END_LIMIT.toNanos();
        while (!open.isEmpty()) {
            lookAround(until);
        }
        return Map.copyOf(answered);
    }

    private void lookAround(long until) {
        assertThat(System.nanoTime() - until).as("time that is left").isNegative();
        streams.forEach(Stream::look);
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        streams.forEach(Stream::close);
    }

    /** One stream after the other, to one copy after the other. */
    private final class Stream {

        private final NavigableMap<Long, Article> unanswered = new TreeMap<>();
        private final List<Long> numbers = new ArrayList<>();
        private int copy;
        private int answersSeen;
        private long lastSignNanos;
        private ManagedChannel channel;
        private IngestCall call;

        Stream(int copy) {
            this.copy = copy;
            connect();
        }

        boolean hasRoom() {
            return unanswered.size() < WINDOW;
        }

        void send(long number, Article article) {
            if (unanswered.isEmpty()) {
                lastSignNanos = System.nanoTime();
            }
            unanswered.put(number, article);
            put(number, article);
        }

        void look() {
            List<IngestArticlesResponse> answers = call.answers();
            answers.subList(answersSeen, answers.size()).forEach(this::note);
            if (answers.size() > answersSeen) {
                answersSeen = answers.size();
                lastSignNanos = System.nanoTime();
            }
            long silence = System.nanoTime() - lastSignNanos;
            if (call.hasEnded() ? silence > RECONNECT.toNanos() : silent(silence)) {
                close();
                copy = (copy + 1) % copies.size();
                connect();
                unanswered.forEach(this::put);
            }
        }

        private boolean silent(long nanos) {
            return !unanswered.isEmpty() && nanos > SILENCE_LIMIT.toNanos();
        }

        private void note(IngestArticlesResponse answer) {
            assertThat(answer.hasStored()).isTrue();
            answered.put(answer.getArticleId(), answer.getStored().getStoryId());
            long number = numbers.get((int) answer.getSequence());
            unanswered.remove(number);
            open.remove(number);
        }

        private void put(long number, Article article) {
            numbers.add(number);
            call.send(
                    article,
                    ProducerPosition.newBuilder()
                            .setProducerId(producer)
                            .setNumber(number)
                            .setLowWatermark(open.first())
                            .build());
        }

        private void connect() {
            channel = ManagedChannelBuilder.forAddress(
                            "127.0.0.1", copies.get(copy).port())
                    .usePlaintext()
                    .build();
            call = IngestCall.open(channel);
            numbers.clear();
            answersSeen = 0;
            lastSignNanos = System.nanoTime();
        }

        private void close() {
            if (!call.hasEnded()) {
                call.cancel();
            }
            channel.shutdownNow();
        }
    }
}
