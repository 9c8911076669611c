package news.parallax.catalog.backup;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.parallax.catalog.database.DatabaseAddress;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * PostgreSQL's programs that dump and restore, which do not come with the embedded server.
 *
 * @param folder holds pg_dump and pg_restore
 */
record PostgresClient(Path folder) {
    /** That of the databases that the catalog runs on; an older program does not read them. */
    private static final int VERSION = 18;

    private static final Pattern VERSION_WORDS = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final String ADVICE =
            "install PostgreSQL's client programs, version %d or later, and name their folder in ".formatted(VERSION)
                    + "PARALLAX_CATALOG_POSTGRES_CLIENT if it is not on the PATH";

    /**
     * Finds the programs in a folder, else on the PATH.
     *
     * @throws BackupException if there are none that are new enough
     */
    static PostgresClient find(Optional<Path> folder) {
        var client = new PostgresClient(folder.or(PostgresClient::onPath)
                .orElseThrow(() -> new BackupException("There is no pg_dump: " + ADVICE)));
        for (String program : List.of("pg_dump", "pg_restore")) {
            String words = client.run(program, "--version");
            Matcher version = VERSION_WORDS.matcher(words);
            if (!version.find() || Integer.parseInt(version.group(1)) < VERSION) {
                throw new BackupException(
                        "%s does not do (%s): %s".formatted(client.folder.resolve(program), words.strip(), ADVICE));
            }
        }
        return client;
    }

    /** Runs a program to its end; returns what it prints. */
    String run(String program, String... arguments) {
        return run(Map.of(), program, arguments);
    }

    /** Runs a program on a database. */
    void runOn(DatabaseAddress database, String program, String... arguments) {
        run(environment(database), program, arguments);
    }

    private String run(Map<String, String> environment, String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(folder.resolve(program).toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BackupException("%s failed: %s".formatted(program, reason(output)));
            }
            return output;
        } catch (IOException e) {
            throw new BackupException("%s cannot be run: %s".formatted(folder.resolve(program), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackupException("Interrupted while %s ran".formatted(program), e);
        }
    }

    private static String reason(String output) {
        return output.lines()
                .filter(line -> line.contains("error:"))
                .findFirst()
                .orElse(output)
                .strip();
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of)
                .filter(folder -> Files.isExecutable(folder.resolve("pg_dump")))
                .findFirst();
    }

    /** Says to programs that know no JDBC where a database is; other than arguments, nobody else on the machine sees it. */
    private static Map<String, String> environment(DatabaseAddress address) {
        Properties url = Driver.parseURL(address.jdbcUrl(), null);
        if (url == null) {
            throw new BackupException("Not the address of a PostgreSQL database: " + address.jdbcUrl());
        }
        Map<String, String> environment = new HashMap<>();
        environment.put("PGUSER", address.user());
        environment.put("PGPASSWORD", address.password());
        Map.of(
                        "PGHOST", PGProperty.PG_HOST,
                        "PGPORT", PGProperty.PG_PORT,
                        "PGDATABASE", PGProperty.PG_DBNAME,
                        "PGUSER", PGProperty.USER,
                        "PGPASSWORD", PGProperty.PASSWORD,
                        "PGSSLMODE", PGProperty.SSL_MODE,
                        "PGSSLROOTCERT", PGProperty.SSL_ROOT_CERT)
                .forEach((name, property) -> {
                    String value = url.getProperty(property.getName());
                    if (value != null) {
                        environment.put(name, value);
                    }
                });
        environment.values().removeIf(String::isEmpty);
        return environment;
    }
}
