package news.parallax.gateway.faults;

import java.time.Duration;
import java.util.List;

/**
 * Something that is wrong for a while.
 *
 * @param target what it happens to
 * @param duration from its beginning to its end
 */
record Fault(FaultKind kind, String target, Duration duration, Step begin, Step end) {
    /** Something that may take its time, or fail. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    /** Has all of them happen at once, each as long as it lasts. */
    static void happen(List<Fault> faults) throws Exception {
        long start = System.nanoTime();
        for (Fault fault : faults) {
            fault.begin.run();
        }
        for (Fault fault : faults) { // they come in order of their duration
            long left = fault.duration.toNanos() - (System.nanoTime() - start);
            Thread.sleep(Duration.ofNanos(Math.max(0, left)));
            fault.end.run();
        }
    }
}
