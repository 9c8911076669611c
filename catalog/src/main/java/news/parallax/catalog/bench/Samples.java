package news.parallax.catalog.bench;

import java.util.Arrays;

/**
 * How long requests took. Not compared, so the array's identity does not matter.
 *
 * @param nanos one for each request, sorted
 */
@SuppressWarnings("ArrayRecordComponent") // a list would box each
record Samples(long[] nanos) {
    Samples {
        Arrays.sort(nanos);
    }

    /** Returns the time within which that share of the requests was answered (nearest rank), in whole microseconds. */
    double percentileMillis(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * nanos.length);
        return Math.round(nanos[Math.max(0, rank - 1)] / 1e3) / 1e3;
    }
}
