package news.parallax.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Every setting of the gateway. Plans and capabilities are written as on the plans page: free, pro, premium, vantage. */
@ConfigMapping(prefix = "parallax.gateway")
public interface GatewayConfig {
    /** How the catalog is called. */
    Catalog catalog();

    /** Who gets which plan. */
    Plans plans();

    /** The least plan that has each capability. */
    Capabilities capabilities();

    /** Readers to add to the catalog at start, by id. */
    Map<String, ReaderSetting> readers();

    /** How readers of keys and sessions are remembered. */
    ReaderCache readerCache();

    /** How answers to visitors are kept to be given again. */
    Cache cache();

    /** Who may listen to changes of stories. */
    Live live();

    /** How many requests are granted. */
    Limits limits();

    /** How readers enter. */
    Entry entry();

    /** The identity provider. */
    Provider provider();

    /**
     * Where the world finds the gateway: {@code https://news.example.org}. Feeds, sitemaps and embeds name it, and ids in
     * feeds come from its host. Unset: {@code http://localhost} with the gateway's port. Never taken from a request, whose
     * Host header anybody may choose.
     */
    Optional<URI> publicUrl();

    /** Feeds for feed readers. */
    Feeds feeds();

    /** Sitemaps for search engines. */
    Sitemap sitemap();

    /** The widget that other sites show in a frame. */
    Embed embed();

    /** Whom to tell of a weakness (RFC 9116): mailto: or https:; unset: there is no security.txt. */
    Optional<URI> securityContact();

    /**
     * Where articles of hosts that do not exist are shown instead: ending of the host to address. With
     * {@code article-mirror.example=http://localhost:8084} the article {@code https://harbor.example/a} opens
     * {@code http://localhost:8084/harbor.example/a}. Empty: every article opens at its outlet.
     */
    Map<String, URI> articleMirror();

    /** Which editions there are. */
    Editions editions();

    /** What the daily briefing is made of. */
    Briefing briefing();

    /** Messages to webhooks of readers. */
    Webhooks webhooks();

    /** Calls to the catalog. */
    interface Catalog {
        /** Longest wait for one answer, repeats included. */
        @WithDefault("3s")
        Duration deadline();

        /** How often a read is tried in all when the catalog cannot be reached; 1 to 10. */
        @WithDefault("3")
        int attempts();

        /** Wait before the first repeat; doubles with each. */
        @WithDefault("100ms")
        Duration retryPause();

        /** After which time without an answer, or amid one, a read is asked of another copy; the first answer counts. */
        @WithDefault("700ms")
        Duration secondCopyAfter();

        /** Calls that are open at once. */
        @WithDefault("200")
        int callsMax();

        /** Calls that wait for others to end; requests that need more are refused. */
        @WithDefault("1000")
        int waitingMax();

        /** How long a call waits before its request is refused. */
        @WithDefault("1s")
        Duration patience();

        /** How often copies are looked for that came since. */
        @WithDefault("5s")
        Duration copiesInterval();
    }

    /** Plans. */
    interface Plans {
        /** Plan of a visitor without a key; "vantage" opens everything to everybody. */
        @WithDefault("free")
        String anonymous();
    }

    /** Least plans. */
    interface Capabilities {
        /** Bias of sources and splits. */
        @WithDefault("free")
        String bias();

        /** Factuality of sources and splits. */
        @WithDefault("premium")
        String factuality();

        /** Owners of sources, ownership of splits. */
        @WithDefault("vantage")
        String ownership();

        /** How what a reader reads splits by bias. */
        @WithDefault("pro")
        String myBias();

        /** Keys of one's own for programs. */
        @WithDefault("pro")
        String api();

        /** More saved stories than {@link Entry#savedStories}. */
        @WithDefault("pro")
        String unlimitedSaves();
    }

    /** One reader. */
    interface ReaderSetting {
        /** Name to greet them by; the id if unset. */
        Optional<String> name();

        /** Their plan. */
        String plan();

        /** Their API key; only its hash leaves the gateway. */
        String apiKey();

        /** What they are allowed to do: reader or operator. */
        @WithDefault("reader")
        String role();
    }

    /** Requests a minute that are granted; 0 is without limit. Pages, JSON, feeds and streams count alike, style and pictures do not. */
    interface Limits {
        /** To one address without key or session; an IPv6 network of 64 bits is one address. */
        @WithDefault("300")
        int visitor();

        /** To one reader of the free plan. */
        @WithDefault("300")
        int free();

        /** To one reader of the pro plan. */
        @WithDefault("600")
        int pro();

        /** To one reader of the premium plan. */
        @WithDefault("1200")
        int premium();

        /** To one reader of the vantage plan. */
        @WithDefault("3000")
        int vantage();

        /** How often copies of the gateway tell each other what they counted. */
        @WithDefault("500ms")
        Duration rhythm();

        /**
         * Longest time without a byte from the gateway on a connection, after which it is ended; longer than
         * {@code quarkus.http.idle-timeout}. The rest is what a request may take to arrive and to be answered.
         */
        @WithDefault("90s")
        Duration silence();
    }

    /** Sign-up and log-in. */
    interface Entry {
        /** Whether anybody may sign up. */
        @WithDefault("true")
        boolean signUp();

        /** How long a session lasts. */
        @WithDefault("30d")
        Duration session();

        /** In which time tries are counted. */
        @WithDefault("15m")
        Duration window();

        /** Tries to enter with one e-mail address in that time, from wherever. */
        @WithDefault("10")
        int triesOfAccount();

        /** Tries to enter or to sign up from one network address in that time. */
        @WithDefault("60")
        int triesOfAddress();

        /** Stories that a reader without the capability unlimited-saves can have saved. */
        @WithDefault("20")
        int savedStories();
    }

    /** An identity provider (OpenID Connect); where it is, is set by {@code quarkus.oidc}. */
    interface Provider {
        /** Whether readers can enter by it. */
        @WithDefault("false")
        boolean enabled();

        /** What the log-in page calls it. */
        Optional<String> name();

        /** Plan of those who enter by it. */
        @WithDefault("vantage")
        String plan();

        /** Group or role of the provider whose members are operators. */
        @WithDefault("parallax-operator")
        String operatorRole();
    }

    /** Memory of looked-up keys and sessions. */
    interface ReaderCache {
        /** Most keys remembered. */
        @WithDefault("10000")
        long size();

        /** How long an answer is remembered: the longest a change of plan takes to be seen. */
        @WithDefault("10s")
        Duration duration();
    }

    /** Feeds for feed readers. */
    interface Feeds {
        /** Items of a page of a feed if its address does not say; 1 to 100. */
        @WithDefault("50")
        int items();

        /** Most outlines of an OPML file; 1 to 50,000. */
        @WithDefault("10000")
        int outlines();

        /** WebSub hub that feeds name; unset: none. The gateway does not tell it of news. */
        Optional<URI> hub();
    }

    /** Sitemaps for search engines. */
    interface Sitemap {
        /** Most addresses of one sitemap; 1 to 50,000, the protocol's own limit. */
        @WithDefault("10000")
        int addresses();

        /** Days whose stories are listed, a sitemap each; 1 to 365. */
        @WithDefault("30")
        int days();
    }

    /** The widget that other sites show in a frame. */
    interface Embed {
        /** Which sites may frame it, as Content-Security-Policy writes frame-ancestors: {@code *}, {@code 'none'}, origins. */
        @WithDefault("*")
        String frameAncestors();
    }

    /** Editions. */
    interface Editions {
        /** How long the counts of outlets by country and language are remembered. */
        @WithDefault("10m")
        Duration duration();
    }

    /** The daily briefing. */
    interface Briefing {
        /** Stories of a briefing; 1 to 50. */
        @WithDefault("10")
        int stories();

        /** Coverage gaps of a briefing; 0 to 50. */
        @WithDefault("5")
        int gaps();

        /** Least outlets of a story of a briefing. */
        @WithDefault("2")
        int minSources();

        /** Stories it is chosen from: those highest on the front page; 1 to 200. */
        @WithDefault("100")
        int candidates();

        /** Briefings of past days remembered. */
        @WithDefault("100")
        long days();

        /** How long. */
        @WithDefault("1h")
        Duration duration();
    }

    /** Memory of answers to visitors. */
    interface Cache {
        /** Most bytes of answers kept, as compressed; 0 keeps none. */
        @WithDefault("96M")
        MemorySize size();

        /** Longest life of an answer that tells of certain stories alone; it ends earlier when one of them changes. */
        @WithDefault("5m")
        Duration storyLife();

        /** Longest life of a page that says how many minutes ago something was. */
        @WithDefault("60s")
        Duration pageLife();

        /** Longest life of a list, a search and the rest; at most a second while stories change. */
        @WithDefault("60s")
        Duration listLife();

        /** Longest life of any answer while the catalog's stream of changes is not heard. */
        @WithDefault("1s")
        Duration outageLife();
    }

    /** The stream of changes. */
    interface Live {
        /** Most connections in all. */
        @WithDefault("1000")
        int connections();

        /** Most connections of one reader, or of visitors from one address. */
        @WithDefault("10")
        int connectionsOfOne();

        /** Most events that wait for a client; one that reads more slowly is cut off, and may come back for the rest. */
        @WithDefault("1000")
        int buffer();

        /** How many of the last changes are kept for who comes back soon; before them the catalog is asked for each. */
        @WithDefault("1000")
        int replay();

        /** Time between two signs of life. */
        @WithDefault("15s")
        Duration heartbeat();

        /** Longest life of a connection, after which the client comes back, as who it then is. */
        @WithDefault("1h")
        Duration life();
    }

    /** Messages to webhooks: POSTs to addresses that readers name. */
    interface Webhooks {
        /** Whether any are sent; nothing is unless it is set. Of several gateways it can be one, or all. */
        @WithDefault("false")
        boolean enabled();

        /** Whether private, local and special addresses are allowed too: for receivers on one's own machines. */
        @WithDefault("false")
        boolean allowPrivate();

        /** File in PEM of authorities whose certificates of receivers are believed, besides those that Java trusts; none if unset. */
        Optional<Path> authorities();

        /** How long to rest when nothing is due. */
        @WithDefault("2s")
        Duration interval();

        /** Most messages that are sent at once; 1 to 1000. */
        @WithDefault("50")
        int concurrent();

        /** How long a receiver may take to answer. */
        @WithDefault("10s")
        Duration timeout();

        /** Most bytes that are read of an answer, which nobody looks at. */
        @WithDefault("64K")
        MemorySize answerBytes();
    }
}
