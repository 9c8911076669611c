package news.parallax.gateway.reader;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Everything that is known of a reader, as a file: one JSON object a line (proto3 JSON mapping of ReaderRecord). */
@Singleton
class ReaderExport {
    /** Header that makes a browser keep it. */
    static final String DISPOSITION = "attachment; filename=\"parallax-export.ndjson\"";

    private final AccountClient client;

    ReaderExport(AccountClient client) {
        this.client = client;
    }

    /** Returns the file; the first line is asked for at once, so that a failure is not told in the middle of it. */
    StreamingOutput of(String readerId) {
        Iterator<String> lines = client.export(readerId).iterator();
        var _ = lines.hasNext();
        return output -> {
            while (lines.hasNext()) {
                output.write((lines.next() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
