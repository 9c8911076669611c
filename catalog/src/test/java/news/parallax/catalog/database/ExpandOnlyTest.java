package news.parallax.catalog.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A migration runs while catalogs of the version before go on: from V28 on none may take from them what they use. */
class ExpandOnlyTest {
    private static final int FIRST_VERSION = 28;
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void noMigrationBreaksTheVersionThatStillRuns() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .filter(path -> MigrationRules.version(name(path)) >= FIRST_VERSION)
                    .toList()) {
                List<String> flaws = MigrationRules.flaws(MigrationRules.version(name(file)), Files.readString(file));
                if (!flaws.isEmpty()) {
                    found.put(name(file), flaws);
                }
            }
        }

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table story drop column headline",
                "alter table story rename column headline to title",
                "alter table story rename to tale",
                "alter table story alter column headline type varchar(10)",
                "alter table story alter headline set data type text",
                "alter table story alter column headline set not null",
                "alter table story add column mood text not null",
                "alter table story add mood text not null, add column weight int",
                "alter table story add constraint short check (char_length(headline) < 10)",
                "alter table story add constraint one unique (headline)",
                "alter table story add column owner_id text references owner",
                "drop table story",
                "drop view rating_now",
                "drop function one_of(text)",
                "drop trigger due on story",
                "create index story_headline on story (headline)",
                "create unique index story_headline on story (headline)",
                "update story set headline = ''",
                "delete from story",
                "truncate story",
                "lock table story",
                "create trigger due after insert on story for each row execute function due()",
            })
    void whatBreaksOrBlocksARunningVersionIsNamed(String statement) {
        assertThat(MigrationRules.flaws(40, "set local lock_timeout = '5s';\n" + statement + ";"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mood (story_id text not null references story, name text not null);"
                        + " create index mood_name on mood (name); insert into mood values ('a', 'b');",
                "set local lock_timeout = '5s'; alter table story add column mood text",
                "set local lock_timeout = '5s'; alter table story add column mood text not null default ''",
                "set local lock_timeout = '5s'; alter table story add constraint short check (mood <> '') not valid",
                "alter table story validate constraint short",
                "create index concurrently story_mood on story (mood)",
                "-- drop table story; is not done\ncomment on table story is 'drop table story; update story set a = 1'",
                "create function due() returns trigger language plpgsql as $$ begin delete from mood; end $$",
            })
    void whatARunningVersionDoesNotNoticeIsLetThrough(String migration) {
        assertThat(MigrationRules.flaws(40, migration)).isEmpty();
    }

    @Test
    void aLockOnATableInUseHasALimit() {
        assertThat(MigrationRules.flaws(40, "alter table story add column mood text"))
                .singleElement()
                .asString()
                .contains("lock_timeout");
    }

    @Test
    void aContractNamesTheExpandBeforeIt() {
        String drop = "set local lock_timeout = '5s'; alter table story drop column headline;";

        assertThat(MigrationRules.flaws(41, "-- contract of V40: nothing reads it since\n" + drop))
                .isEmpty();
        assertThat(MigrationRules.flaws(41, "-- contract of V41: itself\n" + drop))
                .hasSize(1);
        assertThat(MigrationRules.flaws(41, "-- contract of V40:\n" + drop)).hasSize(1);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
