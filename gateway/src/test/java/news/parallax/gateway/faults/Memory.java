package news.parallax.gateway.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a copy's process holds, in megabytes.
 *
 * @param liveHeap of its heap, after a collection
 * @param peakResident most of the machine's memory that it had since its start; 0 where the system does not tell
 */
record Memory(String copy, int heapLimit, int liveHeap, int peakResident) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    /** What a Java process needs beside its heap: code, classes, stacks, buffers of the network. */
    private static final int BESIDE_HEAP = 400;

    static Memory of(Copy copy) throws IOException {
        return of(copy.name(), copy.pid(), copy.service().heapMegabytes());
    }

    static Memory of(String name, long pid, int heapLimit) throws IOException {
        command(pid, "GC.run");
        String heap = command(pid, "GC.heap_info");
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        return new Memory(
                name, heapLimit, number(USED, heap), Files.exists(status) ? number(PEAK, Files.readString(status)) : 0);
    }

    /** Whether half of the heap is free, and what is beside it within bounds. */
    boolean isSound() {
        return liveHeap <= heapLimit / 2 && peakResident <= heapLimit + BESIDE_HEAP;
    }

    private static String command(long pid, String command) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        command)
                .redirectErrorStream(true)
                .start();
        try (Stream<String> lines = process.inputReader().lines()) {
            return lines.reduce("", (one, other) -> one + "\n" + other);
        }
    }

    private static int number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return Integer.parseInt(matcher.group(1)) / 1024;
    }
}
