package news.parallax.gateway.catalog;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import news.parallax.gateway.GatewayConfig;

/**
 * Lets so many calls to the catalog be open at once. Others wait for a moment, and are refused when it was too short or too
 * many wait, so that a slow catalog does not fill the gateway with requests. What is given from memory asks nobody.
 */
@Singleton
class Crowd {
    private static final String REASON = "BUSY";

    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int waitingMax;
    private final Duration patience;

    Crowd(GatewayConfig config) {
        places = new Semaphore(config.catalog().callsMax());
        waitingMax = config.catalog().waitingMax();
        patience = config.catalog().patience();
    }

    /** Returns what the call returns; UNAVAILABLE with the reason BUSY if there is no place for it. */
    <T> T admit(Supplier<T> call) {
        enter();
        try {
            return call.get();
        } finally {
            places.release();
        }
    }

    /** Whether the call was not begun because too many are at work, here or there: asking again makes it worse. */
    static boolean isBusy(StatusRuntimeException e) {
        Status status = StatusProto.fromThrowable(e);
        return status != null
                && status.getDetailsList().stream()
                        .anyMatch(detail -> reason(detail).equals(REASON));
    }

    private static String reason(Any detail) {
        try {
            return detail.is(ErrorInfo.class) ? detail.unpack(ErrorInfo.class).getReason() : "";
        } catch (InvalidProtocolBufferException e) {
            return "";
        }
    }

    private void enter() {
        if (places.tryAcquire()) {
            return;
        }
        try {
            if (waiting.incrementAndGet() > waitingMax
                    || !places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static StatusRuntimeException busy() {
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(Code.UNAVAILABLE_VALUE)
                .setMessage("Too many calls to the catalog are open.")
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setReason(REASON)
                        .setDomain("gateway.parallax.news")
                        .build()))
                .build());
    }
}
