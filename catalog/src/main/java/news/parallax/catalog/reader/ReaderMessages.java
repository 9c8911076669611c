package news.parallax.catalog.reader;

import java.util.Map;
import java.util.regex.Pattern;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.Reader;

/** Readers on the wire. */
final class ReaderMessages {
    private static final String PLAN_PREFIX = "PLAN_";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern KEY_HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int NAME_LIMIT = 200;

    private ReaderMessages() {}

    static Reader toProto(ReaderEntity row) {
        return Reader.newBuilder()
                .setId(row.id)
                .setName(row.name)
                .setPlan(Plan.valueOf(PLAN_PREFIX + row.plan))
                .build();
    }

    static ReaderEntity toEntity(Reader reader) {
        check(ID.matcher(reader.getId()).matches(), "READER_ID_INVALID", "reader_id", reader.getId());
        check(
                reader.getName().length() <= NAME_LIMIT
                        && reader.getName().chars().noneMatch(Character::isISOControl),
                "NAME_INVALID",
                "name",
                reader.getName());
        var row = new ReaderEntity();
        row.id = reader.getId();
        row.name = reader.getName();
        row.plan = plan(reader.getPlan()).name().substring(PLAN_PREFIX.length());
        return row;
    }

    static String keyHash(String hash) {
        check(KEY_HASH.matcher(hash).matches(), "API_KEY_HASH_INVALID", "api_key_hash", hash);
        return hash;
    }

    private static Plan plan(Plan plan) {
        return switch (plan) {
            case PLAN_UNSPECIFIED, UNRECOGNIZED -> Plan.PLAN_FREE;
            case PLAN_FREE, PLAN_PRO, PLAN_PREMIUM, PLAN_VANTAGE -> plan;
        };
    }

    private static void check(boolean valid, String reason, String field, String value) {
        if (!valid) {
            throw new Invalid(reason, "%s=%s is refused: %s".formatted(field, value, reason), Map.of(field, value));
        }
    }
}
