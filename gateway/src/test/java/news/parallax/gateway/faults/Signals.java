package news.parallax.gateway.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What Java has no way to send. */
final class Signals {
    private Signals() {}

    /** A process that has ended meanwhile is left alone. */
    static void send(String signal, long... processes) {
        if (processes.length == 0) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        Arrays.stream(processes).mapToObj(String::valueOf).forEach(command::add);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
