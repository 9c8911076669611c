package news.parallax.crawler.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process has used so far, as Linux tells (proc(5)).
 *
 * @param pid the process
 * @param ofChildren whether it is what the processes have used that it started
 */
record ServiceUsage(long pid, boolean ofChildren) {

    /** USER_HZ, which is 100 on every machine that this runs on. */
    private static final double TICKS_A_SECOND = 100;

    /** Fields of /proc/PID/stat after the command: user and system time, then that of children that have ended. */
    private static final int USER_TIME = 11;

    private static final int CHILDREN_TIME = 13;

    double cpuSeconds() {
        return tree().mapToDouble(ServiceUsage::cpuSeconds).sum();
    }

    /** The largest part of it that was in memory at one time; of several processes the sum, shared parts once each. */
    long peakResidentMib() {
        return tree().mapToLong(ServiceUsage::peakResidentMib).sum();
    }

    private Stream<Long> tree() {
        return ofChildren
                ? ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid)
                : Stream.of(pid);
    }

    private static double cpuSeconds(long process) {
        try {
            String stat = Files.readString(Path.of("/proc/%d/stat".formatted(process)));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = USER_TIME; field <= CHILDREN_TIME + 1; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks / TICKS_A_SECOND;
        } catch (IOException e) {
            return 0; // it has ended; its parent counts its time
        }
    }

    private static long peakResidentMib(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/%d/status".formatted(process)))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
