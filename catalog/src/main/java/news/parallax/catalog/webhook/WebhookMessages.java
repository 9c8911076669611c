package news.parallax.catalog.webhook;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.parallax.catalog.change.StoryAspect;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.reader.ReaderEntity;
import news.parallax.catalog.reader.ReaderRecordMessages;
import news.parallax.catalog.source.CountryCode;
import news.parallax.catalog.source.HostName;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.CreateWebhookRequest;
import news.parallax.catalog.v1.ReaderRecord;
import news.parallax.catalog.v1.Webhook;
import news.parallax.catalog.v1.WebhookPauseReason;
import news.parallax.catalog.v1.WebhookState;

/** Webhooks on the wire. */
@Singleton
@Priority(2)
class WebhookMessages implements ReaderRecordMessages {
    private static final String ASPECT_PREFIX = "STORY_ASPECT_";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8}){0,4}");
    private static final int URL_LIMIT = 2_048;
    private static final int NAME_LIMIT = 100;
    private static final int FILTER_LIMIT = 20;
    private static final int SOURCES_MAX = 100_000;

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;

    WebhookMessages(WebhookRepository webhooks, DeliveryRepository deliveries) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @Override
    public Stream<ReaderRecord> of(ReaderEntity reader) {
        var filter = new DeliveryRepository.Filter(reader.id, Optional.empty(), Optional.empty());
        return Stream.concat(
                toProto(PageRequest.all(2, page -> webhooks.page(page, reader.id))
                                .toList())
                        .stream()
                        .map(webhook ->
                                ReaderRecord.newBuilder().setWebhook(webhook).build()),
                PageRequest.all(2, page -> deliveries.page(page, filter))
                        .map(delivery -> ReaderRecord.newBuilder()
                                .setDelivery(DeliveryMessages.toProto(delivery))
                                .build()));
    }

    Webhook toProto(WebhookEntity row) {
        return toProto(List.of(row)).getFirst();
    }

    List<Webhook> toProto(List<WebhookEntity> rows) {
        Map<String, Integer> waiting =
                webhooks.waiting(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> toProto(row, waiting.getOrDefault(row.id, 0)))
                .toList();
    }

    private static Webhook toProto(WebhookEntity row, int waiting) {
        var message = Webhook.newBuilder()
                .setId(row.id)
                .setUrl(row.url)
                .setName(row.name)
                .setFilter(toProto(row.filter()))
                .setState(WebhookState.valueOf("WEBHOOK_STATE_" + row.state))
                .setCreateTime(TimeMessages.toProto(row.createTime))
                .setSecretTime(TimeMessages.toProto(row.secretTime))
                .setLastError(row.lastError)
                .setWaitingCount(waiting);
        Optional.ofNullable(row.pauseReason)
                .map(reason -> WebhookPauseReason.valueOf("WEBHOOK_PAUSE_REASON_" + reason))
                .ifPresent(message::setPauseReason);
        Optional.ofNullable(row.lastDeliveryTime).map(TimeMessages::toProto).ifPresent(message::setLastDeliveryTime);
        Optional.ofNullable(row.failingSinceTime).map(TimeMessages::toProto).ifPresent(message::setFailingSinceTime);
        return message.build();
    }

    static news.parallax.catalog.v1.WebhookFilter toProto(WebhookFilter filter) {
        return news.parallax.catalog.v1.WebhookFilter.newBuilder()
                .addAllAspects(
                        filter.aspects().stream().map(WebhookMessages::toProto).toList())
                .setGapOnly(filter.gapOnly())
                .addAllSourceIds(filter.sourceIds())
                .addAllSubjectIds(filter.subjectIds())
                .addAllCountries(filter.countries())
                .addAllLanguages(filter.languages())
                .setMinSources(filter.minSources())
                .build();
    }

    static news.parallax.catalog.v1.StoryAspect toProto(StoryAspect aspect) {
        return news.parallax.catalog.v1.StoryAspect.valueOf(ASPECT_PREFIX + aspect);
    }

    static Webhooks.Wish toWish(CreateWebhookRequest request) {
        return new Webhooks.Wish(
                request.getReaderId(), url(request.getUrl()), name(request.getName()), toFilter(request.getFilter()));
    }

    private static String url(String text) {
        if (text.length() > URL_LIMIT) {
            throw invalid("URL_INVALID", "url", text);
        }
        HostName.ofUrl(text);
        try {
            URI url = new URI(text);
            if (url.getRawUserInfo() != null || url.getRawFragment() != null || url.getPort() > 65_535) {
                throw invalid("URL_INVALID", "url", text);
            }
            return url.toASCIIString();
        } catch (URISyntaxException e) {
            throw invalid("URL_INVALID", "url", text);
        }
    }

    private static String name(String name) {
        boolean valid =
                !name.isBlank() && name.length() <= NAME_LIMIT && name.chars().noneMatch(Character::isISOControl);
        if (!valid) {
            throw invalid("NAME_INVALID", "name", name);
        }
        return name.strip();
    }

    private static WebhookFilter toFilter(news.parallax.catalog.v1.WebhookFilter filter) {
        List<StoryAspect> aspects = checkSize("aspects", filter.getAspectsList()).stream()
                .map(WebhookMessages::aspect)
                .distinct()
                .toList();
        if (filter.getMinSources() < 0 || filter.getMinSources() > SOURCES_MAX) {
            throw invalid("FILTER_INVALID", "min_sources", String.valueOf(filter.getMinSources()));
        }
        return new WebhookFilter(
                aspects,
                filter.getGapOnly(),
                checkSize("source_ids", filter.getSourceIdsList()),
                checkSize("subject_ids", filter.getSubjectIdsList()),
                checked(
                        "countries",
                        filter.getCountriesList(),
                        code -> code.toUpperCase(Locale.ROOT),
                        CountryCode::isKnown),
                checked(
                        "languages",
                        filter.getLanguagesList(),
                        tag -> tag.toLowerCase(Locale.ROOT),
                        tag -> LANGUAGE.matcher(tag).matches()),
                filter.getMinSources());
    }

    private static StoryAspect aspect(news.parallax.catalog.v1.StoryAspect aspect) {
        return switch (aspect) {
            case STORY_ASPECT_UNSPECIFIED, UNRECOGNIZED ->
                throw invalid("FILTER_INVALID", "aspects", aspect.toString());
            default -> StoryAspect.valueOf(aspect.name().substring(ASPECT_PREFIX.length()));
        };
    }

    private static List<String> checked(
            String field, List<String> values, UnaryOperator<String> form, Predicate<String> valid) {
        return checkSize(field, values).stream()
                .map(form)
                .distinct()
                .map(value -> {
                    if (!valid.test(value)) {
                        throw invalid("FILTER_INVALID", field, value);
                    }
                    return value;
                })
                .toList();
    }

    private static <T> List<T> checkSize(String field, List<T> values) {
        if (values.size() > FILTER_LIMIT) {
            throw new Invalid(
                    "FILTER_TOO_LONG",
                    "%s has %d, more than %d".formatted(field, values.size(), FILTER_LIMIT),
                    Map.of(
                            "field",
                            field,
                            "count",
                            String.valueOf(values.size()),
                            "limit",
                            String.valueOf(FILTER_LIMIT)));
        }
        return values;
    }

    static WebhookEntity.State state(WebhookState state) {
        return switch (state) {
            case WEBHOOK_STATE_ACTIVE -> WebhookEntity.State.ACTIVE;
            case WEBHOOK_STATE_PAUSED -> WebhookEntity.State.PAUSED;
            case WEBHOOK_STATE_UNSPECIFIED, UNRECOGNIZED -> throw invalid("STATE_INVALID", "state", state.toString());
        };
    }

    private static Invalid invalid(String reason, String field, String value) {
        return new Invalid(reason, "%s=%s is refused: %s".formatted(field, value, reason), Map.of(field, value));
    }
}
