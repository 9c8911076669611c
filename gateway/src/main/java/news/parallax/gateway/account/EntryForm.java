package news.parallax.gateway.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of somebody who wants to enter.
 *
 * @param next where they go on
 * @param email as typed; the password is never shown again
 * @param name as typed
 * @param refusal why they were not let in; null before they tried
 * @param open whether anybody may sign up
 * @param provider name of the identity provider; empty if there is none
 */
public record EntryForm(
        String next, String email, String name, @Nullable EntryRefusal refusal, boolean open, String provider) {
    /** Where they go on, for the query of an address. */
    public String nextInQuery() {
        return URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Whether address and password were refused. */
    public boolean refused() {
        return refusal != null && refusal != EntryRefusal.KEY;
    }

    /** Whether the key was refused. */
    public boolean keyRefused() {
        return refusal == EntryRefusal.KEY;
    }
}
