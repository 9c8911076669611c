package news.parallax.catalog.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into one table, on a connection of their own. Triggers do not run meanwhile: rows are right as they are,
 * and checking a million references would take longer than everything else.
 */
final class CopyStream implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(2 * BUFFER);

    private CopyStream(Connection connection, CopyIn copy) {
        this.connection = connection;
        this.copy = copy;
    }

    /** @param columns as in the statement: "article (id, title)" */
    static CopyStream into(Connection connection, String columns) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        return new CopyStream(
                connection,
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + columns + " from stdin"));
    }

    /** Adds a row; an empty optional value is given as "\N", and no value holds a tab, a line break or a backslash. */
    void row(Object... values) throws SQLException {
        buffer.append(Arrays.stream(values).map(String::valueOf).collect(Collectors.joining("\t", "", "\n")));
        if (buffer.length() >= BUFFER) {
            write();
        }
    }

    private void write() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            write();
            copy.endCopy();
        }
    }
}
