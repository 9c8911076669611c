package news.parallax.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A gateway that the world finds by TLS, and that is soon done with connections on which nothing comes of anything. */
public final class Exposed implements QuarkusTestProfile {
    static final String PUBLIC_URL = "https://news.example.org";
    /** Name of the cookie with a session. */
    static final String SESSION = "__Host-parallax_session";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.idle-timeout", "2s",
                "parallax.gateway.limits.silence", "4s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(CatalogProcess.class, Map.of(CatalogProcess.PUBLIC_URL_SETTING, PUBLIC_URL)));
    }
}
