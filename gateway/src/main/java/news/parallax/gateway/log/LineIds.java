package news.parallax.gateway.log;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;

/** Where lines are JSON, makes the ids that a line tells ("story=…") fields of their own; lets every line pass. */
@LoggingFilter(name = "line-ids")
public final class LineIds implements Filter {
    private static final Pattern ID =
            Pattern.compile("\\b(article|story|feed|delivery|webhook|job)=([^\\s,\"]{1,200})");

    private final boolean json;

    public LineIds(@ConfigProperty(name = "quarkus.log.console.json.enabled") boolean json) {
        this.json = json;
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        if (json && line instanceof ExtLogRecord record) {
            ID.matcher(record.getFormattedMessage()).results().forEach(id -> record.putMdc(id.group(1), id.group(2)));
        }
        return true;
    }
}
