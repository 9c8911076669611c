package news.parallax.gateway.bench;

import java.util.Arrays;
import java.util.List;

/**
 * How long requests took. Not compared, so the array's identity does not matter.
 *
 * @param nanos one for each request, failed ones too
 * @param errors requests that failed or were not answered 200
 * @param spanNanos how long it took to send them all
 */
@SuppressWarnings("ArrayRecordComponent") // millions of samples; a list would box each
record Samples(long[] nanos, int errors, long spanNanos) {
    /** Returns all samples of one span, sorted. */
    static Samples together(List<Samples> parts, long spanNanos) {
        long[] all = parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.nanos()))
                .sorted()
                .toArray();
        return new Samples(all, parts.stream().mapToInt(Samples::errors).sum(), spanNanos);
    }

    int count() {
        return nanos.length;
    }

    double requestsPerSecond() {
        return nanos.length * 1e9 / spanNanos;
    }

    /** Returns the time within which that share of the requests was answered (nearest rank); 0 if there is none. */
    double percentileMillis(int percent) {
        if (nanos.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * nanos.length);
        return nanos[Math.max(0, rank - 1)] / 1e6;
    }
}
