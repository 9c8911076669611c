package news.parallax.catalog.reader;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.reader.ApiKeyEntity.Scope;
import news.parallax.catalog.source.CountryCode;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.ApiKey;
import news.parallax.catalog.v1.ApiKeyScope;
import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.Role;

/** Readers and their keys on the wire. */
public final class ReaderMessages {
    private static final String PLAN_PREFIX = "PLAN_";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern KEY_HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final int LANGUAGE_LIMIT = 35;
    private static final int PREFIX_LIMIT = 254;
    private static final int NAME_LIMIT = 200;
    private static final int KEY_NAME_LIMIT = 100;

    private ReaderMessages() {}

    public static Reader toProto(ReaderEntity row) {
        var message = Reader.newBuilder()
                .setId(row.id)
                .setName(row.name)
                .setPlan(Plan.valueOf(PLAN_PREFIX + row.plan))
                .setRole(Role.valueOf("ROLE_" + row.role))
                .setLanguage(row.language)
                .setEdition(row.edition)
                .setCreateTime(TimeMessages.toProto(row.createTime));
        Optional.ofNullable(row.email).ifPresent(message::setEmail);
        Optional.ofNullable(row.passwordTime).map(TimeMessages::toProto).ifPresent(message::setPasswordTime);
        return message.build();
    }

    static ApiKey toProto(ApiKeyEntity row) {
        var message = ApiKey.newBuilder()
                .setId(row.id)
                .setName(row.name)
                .setScope(ApiKeyScope.valueOf("API_KEY_SCOPE_" + row.scope))
                .setCreateTime(TimeMessages.toProto(row.createTime));
        Optional.ofNullable(row.lastUseTime).map(TimeMessages::toProto).ifPresent(message::setLastUseTime);
        Optional.ofNullable(row.expireTime).map(TimeMessages::toProto).ifPresent(message::setExpireTime);
        return message.build();
    }

    static ReaderEntity toEntity(Reader reader) {
        check(ID.matcher(reader.getId()).matches(), "READER_ID_INVALID", "reader_id", reader.getId());
        var row = new ReaderEntity();
        row.id = reader.getId();
        row.name = name(reader.getName());
        row.plan = plan(reader.getPlan());
        row.role = role(reader.getRole()).orElse(ReaderEntity.Role.READER);
        return row;
    }

    static String name(String name) {
        check(name.length() <= NAME_LIMIT && printable(name), "NAME_INVALID", "name", name);
        return name;
    }

    static String keyName(String name) {
        check(!name.isBlank() && name.length() <= KEY_NAME_LIMIT && printable(name), "NAME_INVALID", "name", name);
        return name.strip();
    }

    static String keyHash(String hash) {
        check(KEY_HASH.matcher(hash).matches(), "API_KEY_HASH_INVALID", "api_key_hash", hash);
        return hash;
    }

    static String plan(Plan plan) {
        Plan known = switch (plan) {
            case PLAN_UNSPECIFIED, UNRECOGNIZED -> Plan.PLAN_FREE;
            case PLAN_FREE, PLAN_PRO, PLAN_PREMIUM, PLAN_VANTAGE -> plan;
        };
        return known.name().substring(PLAN_PREFIX.length());
    }

    /** Returns the plan; PLAN_INVALID if it is not said. */
    static String saidPlan(Plan plan) {
        check(plan != Plan.PLAN_UNSPECIFIED && plan != Plan.UNRECOGNIZED, "PLAN_INVALID", "plan", plan.toString());
        return plan(plan);
    }

    /** Returns the role, if it is said. */
    static Optional<ReaderEntity.Role> role(Role role) {
        return switch (role) {
            case ROLE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
            case ROLE_READER -> Optional.of(ReaderEntity.Role.READER);
            case ROLE_OPERATOR -> Optional.of(ReaderEntity.Role.OPERATOR);
        };
    }

    /** Returns what ids, names and addresses begin with, in lowercase; may be empty. */
    static String prefix(String prefix) {
        check(prefix.length() <= PREFIX_LIMIT && printable(prefix), "PREFIX_INVALID", "prefix", prefix);
        return prefix.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns a language as BCP-47 writes it; may be empty. */
    static String language(String tag) {
        return languageTag(tag, "LANGUAGE_INVALID", "language");
    }

    /** Returns a country in capitals or a language in lowercase; may be empty. */
    static String edition(String edition) {
        if (COUNTRY.matcher(edition).matches()) {
            check(CountryCode.isKnown(edition), "EDITION_INVALID", "edition", edition);
            return edition;
        }
        return languageTag(edition, "EDITION_INVALID", "edition").toLowerCase(Locale.ROOT);
    }

    private static String languageTag(String tag, String reason, String field) {
        check(
                tag.length() <= LANGUAGE_LIMIT
                        && (tag.isEmpty() || LANGUAGE.matcher(tag).matches()),
                reason,
                field,
                tag);
        try {
            return tag.isEmpty()
                    ? ""
                    : new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new Invalid(reason, "%s=%s is no language".formatted(field, tag), Map.of(field, tag));
        }
    }

    static Scope scope(ApiKeyScope scope) {
        return scope == ApiKeyScope.API_KEY_SCOPE_PERSONAL ? Scope.PERSONAL : Scope.READ;
    }

    private static boolean printable(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static void check(boolean valid, String reason, String field, String value) {
        if (!valid) {
            throw new Invalid(reason, "%s=%s is refused: %s".formatted(field, value, reason), Map.of(field, value));
        }
    }
}
