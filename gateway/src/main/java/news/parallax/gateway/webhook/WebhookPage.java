package news.parallax.gateway.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.page.TimeView;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of a reader with their messages.
 *
 * @param reader who
 * @param enabled whether any messages are sent from here
 * @param hooks the webhooks, the oldest first
 * @param messages a page of their messages, the latest first
 * @param state which messages
 * @param moreHref where older messages are; empty at the end
 * @param form what was filled in
 * @param outcome what came of it
 */
record WebhookPage(
        ReaderView reader,
        boolean enabled,
        List<HookCard> hooks,
        List<MessageCard> messages,
        DeliveryFilter state,
        String moreHref,
        WebhookForm form,
        Outcome outcome) {
    /**
     * What came of a form.
     *
     * @param secret of a webhook that was just made, or given another; empty if none was
     * @param hook name of that webhook; empty if there is none
     * @param notice what was wrong
     */
    record Outcome(String secret, String hook, WebhookNotice notice) {
        static final Outcome NONE = new Outcome("", "", WebhookNotice.NONE);

        static Outcome of(NewWebhookView made) {
            return new Outcome(made.secret(), made.webhook().name(), WebhookNotice.NONE);
        }

        static Outcome of(WebhookNotice notice) {
            return new Outcome("", "", notice);
        }
    }

    /**
     * A webhook on the page.
     *
     * @param hook what is known of it
     * @param aspects what it is told of; empty for everything
     * @param pauseReason why it is paused; null if it is not
     * @param delivered when a message was last taken
     * @param failing since when none has been
     */
    record HookCard(
            WebhookView hook,
            List<ChangeAspect> aspects,
            @Nullable PauseReason pauseReason,
            TimeView delivered,
            TimeView failing) {
        static HookCard of(WebhookView hook, Instant now) {
            return new HookCard(
                    hook,
                    hook.filter().aspects().stream().map(ChangeAspect::of).toList(),
                    Optional.ofNullable(hook.pauseReason()).map(PauseReason::of).orElse(null),
                    TimeView.of(hook.lastDeliveryTime(), now),
                    TimeView.of(hook.failingSinceTime(), now));
        }

        public boolean active() {
            return hook.state().equals("active");
        }

        public boolean toldEverything() {
            return hook.filter().equals(WebhookFilterView.EVERYTHING);
        }
    }

    /**
     * A message on the page.
     *
     * @param message what is known of it
     * @param hook name of its webhook
     * @param state what became of it
     * @param aspects what it tells of
     * @param made when
     * @param due when it is sent, or sent again
     */
    record MessageCard(
            DeliveryView message,
            String hook,
            DeliveryFilter state,
            List<ChangeAspect> aspects,
            TimeView made,
            TimeView due) {
        static MessageCard of(DeliveryView message, Map<String, String> names, Instant now) {
            return new MessageCard(
                    message,
                    names.getOrDefault(message.webhookId(), ""),
                    Objects.requireNonNull(DeliveryFilter.BY_KEY.get(message.state())),
                    message.aspects().stream().map(ChangeAspect::of).toList(),
                    TimeView.of(message.createTime(), now),
                    TimeView.of(message.dueTime(), now));
        }

        /** Whether it can be sent again: what waits is anyhow. */
        public boolean ended() {
            return state != DeliveryFilter.WAITING;
        }
    }

    static List<HookCard> hooks(WebhookListView found, Instant now) {
        return found.webhooks().stream().map(hook -> HookCard.of(hook, now)).toList();
    }

    static List<MessageCard> messages(DeliveryListView found, WebhookListView hooks, Instant now) {
        Map<String, String> names =
                hooks.webhooks().stream().collect(Collectors.toMap(WebhookView::id, WebhookView::name));
        return found.deliveries().stream()
                .map(message -> MessageCard.of(message, names, now))
                .toList();
    }

    public List<DeliveryFilter> states() {
        return List.of(DeliveryFilter.values());
    }

    public List<ChangeAspect> aspects() {
        return List.of(ChangeAspect.values());
    }

    /** Whether the plan lets them make webhooks. */
    public boolean mayMake() {
        return reader.can(Capability.API);
    }

    /** Whether they may ask to be told of gaps alone. */
    public boolean seesGaps() {
        return reader.can(Capability.BIAS);
    }
}
