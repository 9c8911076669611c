package news.parallax.catalog.audit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.AuditEntry;
import news.parallax.catalog.v1.AuditOutcome;

/** Entries of the audit trail on the wire. */
final class AuditMessages {
    private static final String OUTCOME_PREFIX = "AUDIT_OUTCOME_";
    private static final Pattern ACTION = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");
    private static final int TEXT_LIMIT = 200;
    private static final int DETAIL_LIMIT = 2_000;
    private static final int ADDRESS_LIMIT = 100;

    private AuditMessages() {}

    static AuditEntry toProto(AuditEntity row) {
        var message = AuditEntry.newBuilder()
                .setId(String.valueOf(row.id))
                .setCreateTime(TimeMessages.toProto(row.createTime))
                .setActorName(row.actorName)
                .setAction(row.action)
                .setTarget(row.target)
                .setDetail(row.detail)
                .setClientAddress(row.clientAddress);
        Optional.ofNullable(row.actorId).ifPresent(message::setActorId);
        Optional.ofNullable(row.outcome)
                .map(outcome -> AuditOutcome.valueOf(OUTCOME_PREFIX + outcome))
                .ifPresent(message::setOutcome);
        return message.build();
    }

    static AuditEntity toEntity(AuditEntry entry) {
        check(ACTION.matcher(entry.getAction()).matches(), "ACTION_INVALID", "action", entry.getAction());
        var row = new AuditEntity();
        row.actorId = entry.getActorId();
        row.actorName = line("actor_name", entry.getActorName(), TEXT_LIMIT);
        row.action = entry.getAction();
        row.target = line("target", entry.getTarget(), TEXT_LIMIT);
        row.detail = text(
                "detail",
                entry.getDetail(),
                DETAIL_LIMIT,
                character -> !"\t\r\n".contains(Character.toString(character)));
        row.clientAddress = line("client_address", entry.getClientAddress(), ADDRESS_LIMIT);
        row.outcome = outcome(entry.getOutcome()).orElse(null);
        return row;
    }

    private static Optional<AuditEntity.Outcome> outcome(AuditOutcome outcome) {
        return switch (outcome) {
            case AUDIT_OUTCOME_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
            case AUDIT_OUTCOME_DONE -> Optional.of(AuditEntity.Outcome.DONE);
            case AUDIT_OUTCOME_REFUSED -> Optional.of(AuditEntity.Outcome.REFUSED);
            case AUDIT_OUTCOME_FAILED -> Optional.of(AuditEntity.Outcome.FAILED);
        };
    }

    private static String line(String field, String value, int limit) {
        return text(field, value, limit, _ -> true);
    }

    /** @param refused which control characters are */
    private static String text(String field, String value, int limit, IntPredicate refused) {
        boolean valid = value.length() <= limit
                && value.chars().noneMatch(character -> Character.isISOControl(character) && refused.test(character));
        check(valid, field.toUpperCase(Locale.ROOT) + "_INVALID", field, value);
        return value;
    }

    private static void check(boolean valid, String reason, String field, String value) {
        if (!valid) {
            throw new Invalid(reason, "%s=%s is refused: %s".formatted(field, value, reason), Map.of(field, value));
        }
    }
}
