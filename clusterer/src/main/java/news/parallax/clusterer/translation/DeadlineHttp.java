package news.parallax.clusterer.translation;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls that end by a deadline, in {@link System#nanoTime}, whatever the server does: the timeout of Java's own client ends
 * with the headers, and a body may trickle for ever.
 */
final class DeadlineHttp {

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .version(Version.HTTP_1_1)
            .build();

    /** Throws an IOException if there is no answer in time, or one of more bytes than the limit. */
    HttpResponse<String> send(HttpRequest request, int limitBytes, long deadline) throws IOException {
        var pending = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), limitBytes));
        try {
            return pending.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer in time", e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        } finally {
            pending.cancel(true);
        }
    }

    /** Waits, if that ends before the deadline; returns whether it did. */
    static boolean sleep(Duration wait, long deadline) {
        if (System.nanoTime() + wait.toNanos() >= deadline) {
            return false;
        }
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }
}
