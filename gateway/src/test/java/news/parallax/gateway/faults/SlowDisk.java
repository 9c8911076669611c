package news.parallax.gateway.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * As near to a slow disk as one comes without owning the machine: PostgreSQL stands still for 160 of each 200 ms, as it
 * would in fsync, and a neighbor on the same disk forces a megabyte out again and again.
 */
final class SlowDisk implements AutoCloseable {
    private static final int STILL_MILLIS = 160;
    private static final int GOING_MILLIS = 40;

    private final Database database;
    private final Path scratch;
    private final Thread stalls = Thread.ofVirtual().unstarted(this::stall);
    private final Thread neighbor = Thread.ofPlatform().daemon().unstarted(this::write);

    /** @param scratch file of the neighbor, deleted at the end */
    SlowDisk(Database database, Path scratch) {
        this.database = database;
        this.scratch = scratch;
    }

    void start() {
        stalls.start();
        neighbor.start();
    }

    private void stall() {
        try {
            while (true) {
                database.pause();
                Thread.sleep(STILL_MILLIS);
                database.resume();
                Thread.sleep(GOING_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        var megabyte = ByteBuffer.allocate(1 << 20);
        try (FileChannel file = FileChannel.open(scratch, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (!Thread.currentThread().isInterrupted()) {
                file.write(megabyte.rewind(), 0);
                file.force(true);
            }
        } catch (IOException interrupted) {
            // by close()
        }
    }

    @Override
    public void close() throws InterruptedException, IOException {
        stalls.interrupt();
        neighbor.interrupt();
        stalls.join();
        neighbor.join();
        database.resume();
        Files.deleteIfExists(scratch);
    }
}
