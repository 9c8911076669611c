package news.parallax.catalog.call;

import io.grpc.Context;
import io.grpc.Metadata;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lease under which a call is made, as its caller says: a writer looks whether it still holds.
 *
 * @param name what the lease is for
 * @param token of the holder
 */
public record LeaseClaim(String name, long token) {
    static final Metadata.Key<String> KEY = Metadata.Key.of("parallax-lease", Metadata.ASCII_STRING_MARSHALLER);

    private static final Context.Key<Optional<LeaseClaim>> CALL = Context.key("lease");
    private static final ScopedValue<Optional<LeaseClaim>> WORK = ScopedValue.newInstance();
    private static final Pattern FORM = Pattern.compile("([^/]{1,100})/([0-9]{1,18})");

    /** A token that nobody has: what cannot be read is no right to write. */
    private static final long NOBODY = -1;

    /** Returns the claim of the call that this thread works for; none if it was made under no lease. */
    public static Optional<LeaseClaim> current() {
        return WORK.isBound() ? WORK.get() : Optional.empty();
    }

    static Context note(Context context, Metadata headers) {
        return context.withValue(CALL, Optional.ofNullable(headers.get(KEY)).map(LeaseClaim::parse));
    }

    /** Makes the claim of the call that is being answered that of work which another thread will do. */
    static <T> Supplier<T> carriedTo(Supplier<T> work) {
        Optional<LeaseClaim> claim = Optional.ofNullable(CALL.get()).flatMap(found -> found);
        return () -> ScopedValue.where(WORK, claim).call(work::get);
    }

    private static LeaseClaim parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? new LeaseClaim(parts.group(1), Long.parseLong(parts.group(2)))
                : new LeaseClaim(text, NOBODY);
    }
}
