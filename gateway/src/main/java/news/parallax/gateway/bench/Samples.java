package news.parallax.gateway.bench;

import java.util.Arrays;

/**
 * How long requests took. Not compared, so the array's identity does not matter.
 *
 * @param nanos one for each request, sorted, failed ones too
 * @param changed requests for what is newer that got it: the answer had changed
 * @param errors requests that were not answered as expected
 * @param spanNanos how long it took until all were answered
 */
@SuppressWarnings("ArrayRecordComponent") // millions of samples; a list would box each
record Samples(long[] nanos, int changed, int errors, long spanNanos) {
    /** Returns samples in any order as such. */
    static Samples of(long[] nanos, int changed, int errors, long spanNanos) {
        Arrays.sort(nanos);
        return new Samples(nanos, changed, errors, spanNanos);
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
