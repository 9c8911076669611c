package news.parallax.catalog.database;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which statements of a migration break the version that still runs, or keep it waiting. */
final class MigrationRules {
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern CONTRACT = Pattern.compile("\\A-- contract of V(\\d+): *(\\S.*)");
    private static final Pattern UNREAD =
            Pattern.compile("--[^\\n]*|/\\*.*?\\*/|(\\$\\w*\\$).*?\\1|'(?:[^']|'')*'", Pattern.DOTALL);
    private static final Pattern CREATED = Pattern.compile("create (?:unlogged )?table (?:if not exists )?([\\w.]+).*");
    private static final Pattern TARGET = Pattern.compile(
            "(?:alter table (?:if exists )?(?:only )?|create (?:unique )?index (?:[\\w.]+ )?on (?:only )?|create trigger .*? on |update (?:only )?|delete from (?:only )?|truncate (?:table )?|lock (?:table )?)"
                    + "([\\w.]+).*");

    /** What a statement says → what is wrong with it. */
    private static final Map<Pattern, String> BREAKING = Map.of(
            Pattern.compile(
                            "drop (table|view|materialized view|function|type|trigger|sequence|schema|column|constraint|domain)?.*"),
                    "takes away what may be in use",
            Pattern.compile("alter .* rename .*"), "takes away a name that may be in use",
            Pattern.compile("alter table .* drop (?!not null|default|expression|identity).*"),
                    "takes away what may be in use",
            Pattern.compile("alter table .* alter (column )?\\w+ (set data )?type .*"),
                    "changes a type, and rewrites the table",
            Pattern.compile("alter table .* set not null.*"), "refuses what the running version writes",
            Pattern.compile("create (unique )?index (?!concurrently).*"),
                    "keeps writers waiting: create it concurrently",
            Pattern.compile("create (or replace )?(constraint )?trigger .*"),
                    "does to what the running version writes what it does not know",
            Pattern.compile("(update|delete from|truncate|lock) .*"),
                    "holds locks for long: do it in batches, by a job");

    private static final Pattern ADDED_COLUMN = Pattern.compile("add (?!constraint)(?:column )?.*");

    private MigrationRules() {}

    /** Returns the version in the name of a file; 0 if it is none. */
    static int version(String file) {
        Matcher matcher = VERSION.matcher(file);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Returns a sentence for each statement that may not be in an expanding migration. */
    static List<String> flaws(int version, String sql) {
        Matcher contract = CONTRACT.matcher(sql);
        if (contract.find() && Integer.parseInt(contract.group(1)) < version) {
            return List.of();
        }
        Set<String> created = new HashSet<>();
        List<String> flaws = new ArrayList<>();
        boolean limited = false;
        for (String statement : statements(sql)) {
            limited |= statement.startsWith("set local lock_timeout");
            Matcher creation = CREATED.matcher(statement);
            if (creation.matches()) {
                created.add(creation.group(1));
            }
            if (!created.contains(target(statement))) {
                flaw(statement, limited).ifPresent(flaw -> flaws.add(statement + ": " + flaw));
            }
        }
        return flaws;
    }

    private static Optional<String> flaw(String statement, boolean limited) {
        return BREAKING.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(statement).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> addition(statement))
                .or(() ->
                        statement.startsWith("alter table") && !limited && !statement.contains(" validate constraint ")
                                ? Optional.of(
                                        "waits for a lock and lets all others wait: set local lock_timeout before it")
                                : Optional.empty());
    }

    private static Optional<String> addition(String statement) {
        if (!statement.startsWith("alter table")) {
            return Optional.empty();
        }
        for (String part : statement.split(",(?![^(]*\\))")) {
            String added = part.replaceFirst("alter table (if exists )?(only )?[\\w.]+ ", "")
                    .strip();
            if (added.startsWith("add constraint") && !added.endsWith("not valid")) {
                return Optional.of(
                        "looks at all rows under a lock: add it not valid, and validate it in a later migration");
            }
            if (ADDED_COLUMN.matcher(added).matches()) {
                if (added.contains(" not null") && !added.contains(" default ")) {
                    return Optional.of("refuses what the running version writes");
                }
                if (added.contains(" references ") || added.contains(" unique")) {
                    return Optional.of(
                            "looks at all rows under a lock: add it not valid, and validate it in a later migration");
                }
            }
        }
        return Optional.empty();
    }

    private static String target(String statement) {
        Matcher matcher = TARGET.matcher(statement);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Statements in lower case with single spaces, without comments, texts and bodies of functions. */
    private static List<String> statements(String sql) {
        return UNREAD
                .matcher(sql)
                .replaceAll(
                        match -> match.group().startsWith("-") || match.group().startsWith("/") ? " " : "''")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .transform(text -> List.of(text.split(";")))
                .stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
