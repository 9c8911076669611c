package news.parallax.clusterer.digest;

import java.util.Map;
import java.util.Optional;

/**
 * The rated outlets, as far as they are known now. An outlet may publish under several hosts.
 *
 * @param byDomain outlets by each of their domains; a domain stands for the hosts below it
 */
public record Outlets(Map<String, Outlet> byDomain) {

    /** Nothing is known. */
    public static final Outlets NONE = new Outlets(Map.of());

    public Outlets {
        byDomain = Map.copyOf(byDomain);
    }

    /**
     * An outlet.
     *
     * @param id the same for all its hosts
     * @param name as readers know it; empty if not known
     * @param side where it stands, if it is rated
     */
    public record Outlet(String id, String name, Optional<Side> side) {}

    /** Returns the outlet of a host: the one with the longest domain; of an unknown host, one of that very host. */
    public Outlet of(String host) {
        for (String domain = host; !domain.isEmpty(); domain = parentOf(domain)) {
            Outlet outlet = byDomain.get(domain);
            if (outlet != null) {
                return outlet;
            }
        }
        return new Outlet(host.replaceFirst("^(?:www|m|amp)\\.", ""), "", Optional.empty());
    }

    private static String parentOf(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? "" : domain.substring(dot + 1);
    }
}
