package news.parallax.catalog.story;

import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.copy;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;

import io.grpc.Channel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.parallax.article.v1.Article;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.ArticleReceipt;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.SplitStoryRequest;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import news.parallax.catalog.v1.UndoStoryEventRequest;

/**
 * One of several writers that record overlapping batches, merge, split, move and undo, all at random, and repeat what was
 * not answered. What was acknowledged is remembered.
 */
final class StoryWriter implements Runnable {
    private static final int ARTICLES = 600;
    private static final int STORIES = 60;
    /** What a call at random may meet: another was faster, or an editor decided otherwise. */
    private static final Set<Code> EXPECTED =
            EnumSet.of(Code.INVALID_ARGUMENT, Code.NOT_FOUND, Code.ALREADY_EXISTS, Code.FAILED_PRECONDITION);

    private final Channel channel;
    private final Random random;
    private final AtomicBoolean stopped;
    private final Acknowledged acknowledged;
    private final String name;
    private int splits;

    StoryWriter(Channel channel, long seed, AtomicBoolean stopped, Acknowledged acknowledged) {
        this.channel = channel;
        this.random = new Random(seed);
        this.stopped = stopped;
        this.acknowledged = acknowledged;
        this.name = "writer " + seed;
    }

    /** What the catalog said it had stored, to any writer. */
    record Acknowledged(Set<String> articleIds, Set<String> storyIds, AtomicInteger answers) {
        Acknowledged() {
            this(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet(), new AtomicInteger());
        }
    }

    @Override
    public void run() {
        while (!stopped.get()) {
            int dice = random.nextInt(20);
            if (dice < 12) {
                recordSome();
            } else if (dice < 14) {
                ask(this::merge);
            } else if (dice < 17) {
                ask(this::split);
            } else if (dice < 19) {
                ask(this::move);
            } else {
                ask(this::undo);
            }
        }
    }

    private void recordSome() {
        var request = RecordArticlesRequest.newBuilder();
        random.ints(1 + random.nextInt(30), 0, ARTICLES).forEach(number -> {
            var sent = record(anyStory(), version(number));
            request.addArticles(random.nextInt(5) == 0 ? copy(sent, url(number / 2)) : sent);
        });
        String told = request.getArticles(0).getMembership().getStoryId();
        String url = request.getArticles(0).getArticle().getCanonicalUrl();
        request.addStories(digest(told, url, url));
        ask(() -> {
            for (ArticleReceipt receipt : stub().recordArticles(request.build()).getReceiptsList()) {
                acknowledged.articleIds().add(receipt.getArticleId());
                acknowledged.storyIds().add(receipt.getStoryId());
            }
        });
    }

    private void merge() {
        stub().mergeStories(MergeStoriesRequest.newBuilder()
                .setStoryId(anyKnown())
                .addMergedStoryIds(anyKnown())
                .setActor(actor())
                .build());
    }

    private void split() {
        String story = anyKnown();
        String fresh = storyId(name + splits++);
        stub().splitStory(SplitStoryRequest.newBuilder()
                .setStoryId(story)
                .setNewStoryId(fresh)
                .addAllArticleIds(someOf(story))
                .setActor(actor())
                .build());
        acknowledged.storyIds().add(fresh);
    }

    private void move() {
        stub().moveArticles(MoveArticlesRequest.newBuilder()
                .setStoryId(anyKnown())
                .addAllArticleIds(IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(_ -> articleId(url(random.nextInt(ARTICLES))))
                        .toList())
                .setActor(actor())
                .build());
    }

    private void undo() {
        var events = stub().listStoryEvents(
                        ListStoryEventsRequest.newBuilder().setPageSize(20).build())
                .getEventsList();
        if (!events.isEmpty()) {
            stub().undoStoryEvent(UndoStoryEventRequest.newBuilder()
                    .setEventId(events.get(random.nextInt(events.size())).getId())
                    .setActor("editor")
                    .build());
        }
    }

    /** Asks until there is an answer, however often the catalog dies meanwhile. */
    private void ask(Runnable call) {
        while (true) {
            try {
                call.run();
                acknowledged.answers().incrementAndGet();
                return;
            } catch (StatusRuntimeException e) {
                if (EXPECTED.contains(e.getStatus().getCode())) {
                    acknowledged.answers().incrementAndGet();
                    return;
                }
                if (e.getStatus().getCode() != Code.UNAVAILABLE) {
                    throw new AssertionError(name, e);
                }
            }
        }
    }

    private List<String> someOf(String story) {
        return stub()
                .listStoryArticles(
                        ListStoryArticlesRequest.newBuilder().setStoryId(story).build())
                .getArticlesList()
                .stream()
                .map(listed -> listed.getArticle().getId())
                .filter(_ -> random.nextInt(3) == 0)
                .toList();
    }

    private Article version(int number) {
        int version = random.nextInt(3);
        return article(url(number)).toBuilder()
                .setTitle("Title %d of %d".formatted(version, number))
                .setModifyTime(timestamp(Samples.NOON.plusSeconds(version)))
                .build();
    }

    private static String url(int number) {
        return "https://fire-%d.example/%d".formatted(number % 12, number);
    }

    private String anyStory() {
        return storyId("under fire " + random.nextInt(STORIES));
    }

    private String anyKnown() {
        List<String> known = List.copyOf(acknowledged.storyIds());
        return known.isEmpty() ? anyStory() : known.get(random.nextInt(known.size()));
    }

    /** Mostly the machine: what editors decide stands, and soon nothing would move any more. */
    private String actor() {
        return random.nextInt(8) == 0 ? "editor" : "";
    }

    private StoryServiceBlockingStub stub() {
        return StoryServiceGrpc.newBlockingStub(channel).withWaitForReady().withDeadlineAfter(60, TimeUnit.SECONDS);
    }
}
