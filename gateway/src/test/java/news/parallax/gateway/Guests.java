package news.parallax.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import news.parallax.catalog.v1.ApiKeyScope;
import news.parallax.catalog.v1.CreateApiKeyRequest;
import news.parallax.catalog.v1.CreateApiKeyResponse;
import news.parallax.catalog.v1.CreateGroupingReportRequest;
import news.parallax.catalog.v1.CreateSessionRequest;
import news.parallax.catalog.v1.CreateSessionResponse;
import news.parallax.catalog.v1.CreateWebhookRequest;
import news.parallax.catalog.v1.Delivery;
import news.parallax.catalog.v1.DeliveryState;
import news.parallax.catalog.v1.ExportReaderRequest;
import news.parallax.catalog.v1.GroupingReportKind;
import news.parallax.catalog.v1.GroupingReportServiceGrpc;
import news.parallax.catalog.v1.ListDeliveriesRequest;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.ReaderServiceGrpc;
import news.parallax.catalog.v1.ReaderServiceGrpc.ReaderServiceBlockingStub;
import news.parallax.catalog.v1.RecordReadingRequest;
import news.parallax.catalog.v1.Role;
import news.parallax.catalog.v1.SaveStoryRequest;
import news.parallax.catalog.v1.SessionServiceGrpc;
import news.parallax.catalog.v1.StoryAspect;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import news.parallax.catalog.v1.UpdateReaderRequest;
import news.parallax.catalog.v1.WebhookFilter;
import news.parallax.catalog.v1.WebhookServiceGrpc;
import news.parallax.catalog.v1.WebhookServiceGrpc.WebhookServiceBlockingStub;

/** Readers made for a test, logged in, and what belongs to them, made at the catalog as the gateway would. */
final class Guests implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String SOURCE = "publiek";

    private final ManagedChannel catalog = CatalogProcess.channel();
    private final ReaderServiceBlockingStub readers = ReaderServiceGrpc.newBlockingStub(catalog);
    private final StoryServiceBlockingStub stories = StoryServiceGrpc.newBlockingStub(catalog);
    private final WebhookServiceBlockingStub webhooks = WebhookServiceGrpc.newBlockingStub(catalog);

    /**
     * A reader in a browser.
     *
     * @param id of the reader; empty for a visitor
     * @param name that nothing else has
     * @param session secret of their session
     */
    record Guest(String id, String name, String session) {
        static final Guest NOBODY = new Guest("", "", "");
    }

    /** Somebody new, who has saved a story. */
    Guest come(Plan plan, Role role) {
        String id = unique("guest");
        String name = "Oleander " + id;
        readers.updateReader(UpdateReaderRequest.newBuilder()
                .setReader(Reader.newBuilder()
                        .setId(id)
                        .setName(name)
                        .setPlan(plan)
                        .setRole(role))
                .build());
        readers.saveStory(SaveStoryRequest.newBuilder()
                .setReaderId(id)
                .setStoryId(Edition.HUB)
                .build());
        return new Guest(id, name, session(id).getSecret());
    }

    /** Has somebody save stories, and read them. */
    void save(Guest guest, List<String> storyIds) {
        for (String story : storyIds) {
            readers.saveStory(SaveStoryRequest.newBuilder()
                    .setReaderId(guest.id())
                    .setStoryId(story)
                    .build());
            readers.recordReading(RecordReadingRequest.newBuilder()
                    .setReaderId(guest.id())
                    .setStoryId(story)
                    .build());
        }
    }

    /** All that the catalog has of somebody; nothing of nobody. */
    List<Message> belongings(Guest guest) {
        List<Message> found = new ArrayList<>();
        if (!guest.id().isEmpty()) {
            readers.exportReader(ExportReaderRequest.newBuilder()
                            .setReaderId(guest.id())
                            .build())
                    .forEachRemaining(found::add);
        }
        return found;
    }

    /** A text with each thing that stands in braces made for somebody, and named by its id. */
    String fill(String text, Guest owner) {
        String filled = text;
        for (String thing : List.of(
                "key",
                "secret",
                "session",
                "webhook",
                "delivery",
                "other",
                "story",
                "article",
                "event",
                "report",
                "reader",
                "email")) {
            if (filled.contains("{" + thing + "}")) {
                filled = make(thing, filled, owner);
            }
        }
        return filled;
    }

    private String make(String thing, String text, Guest owner) {
        return switch (thing) {
            case "key" -> put(text, thing, key(owner).getApiKey().getId());
            case "secret" -> put(text, thing, key(owner).getSecret());
            case "session" -> put(text, thing, session(owner.id()).getSession().getId());
            case "webhook" -> {
                String webhook = webhook(owner);
                String withWebhook = put(text, thing, webhook);
                yield withWebhook.contains("{delivery}")
                        ? put(withWebhook, "delivery", delivery(owner, webhook))
                        : withWebhook;
            }
            case "delivery" -> put(text, thing, delivery(owner, webhook(owner)));
            case "story", "other" -> put(text, thing, Edition.tell(SOURCE, unique("guest-story")));
            case "article" -> put(text, thing, article());
            case "event" -> put(text, thing, event());
            case "report" -> put(text, thing, report(owner));
            case "reader" ->
                put(text, thing, come(Plan.PLAN_FREE, Role.ROLE_READER).id());
            case "email" -> put(text, thing, unique("guest") + "@guest.example");
            default -> throw new IllegalArgumentException(thing);
        };
    }

    private static String put(String text, String thing, String id) {
        return text.replace("{" + thing + "}", id);
    }

    private CreateSessionResponse session(String reader) {
        long end = Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
        return SessionServiceGrpc.newBlockingStub(catalog)
                .createSession(CreateSessionRequest.newBuilder()
                        .setReaderId(reader)
                        .setExpireTime(Timestamp.newBuilder().setSeconds(end))
                        .setClient("Guest")
                        .build());
    }

    private CreateApiKeyResponse key(Guest owner) {
        return readers.createApiKey(CreateApiKeyRequest.newBuilder()
                .setReaderId(owner.id())
                .setName("key of " + owner.name())
                .setScope(ApiKeyScope.API_KEY_SCOPE_PERSONAL)
                .build());
    }

    private String webhook(Guest owner) {
        return webhooks.createWebhook(CreateWebhookRequest.newBuilder()
                        .setReaderId(owner.id())
                        .setUrl("http://localhost:9/" + owner.id())
                        .setName("webhook of " + owner.name())
                        .setFilter(WebhookFilter.newBuilder()
                                .addSourceIds(SOURCE + ".example")
                                .addAspects(StoryAspect.STORY_ASPECT_FOUNDED))
                        .build())
                .getWebhook()
                .getId();
    }

    /** A message that was sent as often as it is sent, in vain. */
    private String delivery(Guest owner, String webhook) {
        Edition.tell(SOURCE, unique("guest-story"));
        var request = ListDeliveriesRequest.newBuilder()
                .setReaderId(owner.id())
                .setWebhookId(webhook)
                .build();
        List<Delivery> found = List.of();
        Instant end = Instant.now().plusSeconds(30);
        while (found.stream().noneMatch(each -> each.getState() == DeliveryState.DELIVERY_STATE_DEAD)) {
            assertThat(end).as("time for the message to be given up").isAfter(Instant.now());
            found = webhooks.listDeliveries(request).getDeliveriesList();
        }
        return found.getFirst().getId();
    }

    private static String article() {
        String slug = unique("guest-story");
        Edition.tell(SOURCE, slug);
        return Edition.articleId("https://" + SOURCE + ".example/" + slug);
    }

    private String event() {
        String story = Edition.tell(SOURCE, unique("guest-story"));
        stories.mergeStories(MergeStoriesRequest.newBuilder()
                .setStoryId(story)
                .addMergedStoryIds(Edition.tell(SOURCE, unique("guest-story")))
                .build());
        return stories.listStoryEvents(
                        ListStoryEventsRequest.newBuilder().setStoryId(story).build())
                .getEvents(0)
                .getId();
    }

    private String report(Guest owner) {
        return GroupingReportServiceGrpc.newBlockingStub(catalog)
                .createGroupingReport(CreateGroupingReportRequest.newBuilder()
                        .setStoryId(Edition.tell(SOURCE, unique("guest-story")))
                        .setKind(GroupingReportKind.GROUPING_REPORT_KIND_OTHER)
                        .setText("A report of " + owner.name())
                        .setReaderId(owner.id())
                        .build())
                .getReport()
                .getId();
    }

    private static String unique(String kind) {
        return kind + "-" + COUNT.incrementAndGet();
    }

    @Override
    public void close() {
        catalog.shutdownNow();
    }
}
