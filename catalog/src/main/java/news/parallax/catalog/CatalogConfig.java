package news.parallax.catalog;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Every setting of the catalog. */
@ConfigMapping(prefix = "parallax.catalog")
public interface CatalogConfig {
    /** Folder of the embedded PostgreSQL, which runs if {@code quarkus.datasource.jdbc.url} is not set. */
    @WithDefault(".parallax/catalog")
    Path data();

    /** How long the embedded PostgreSQL may take to start, recovery after a crash included. */
    @WithDefault("5m")
    Duration databaseStartLimit();

    /** Folder of pg_dump and pg_restore, at least as new as the database; those of the PATH if it is not set. */
    Optional<Path> postgresClient();

    /** How long one writer's turn may take before it is rolled back: an import may have all stories counted anew. */
    @WithDefault("1h")
    Duration turnLimit();

    /**
     * How long a writer in the middle of its turn may leave the database without a word before its turn is taken from it: a
     * process that hangs would keep all others waiting.
     */
    @WithDefault("15s")
    Duration turnSilence();

    /** How many calls are answered at once. */
    Calls calls();

    /** When a story counts as one that a side hardly covers. */
    Gap gap();

    /** How the stories of the front page are ordered. */
    Top top();

    /** Who follows the changes of stories. */
    Watch watch();

    /** How stories are found. */
    Search search();

    /** How long what came in is kept. */
    Retention retention();

    /** How often what is over is swept: sessions, counts of requests, the audit trail, messages to webhooks. */
    @WithDefault("10m")
    Duration sweepInterval();

    /** How often feeds, and what waits, are counted for the metrics. */
    @WithDefault("15s")
    Duration metricsInterval();

    /** How long it is kept what operators did. */
    @WithDefault("400d")
    Duration auditRetention();

    /** What is told to webhooks, and how often it is tried. */
    Webhook webhook();

    /** How much belongs to one reader. */
    Reader reader();

    /** How much comes with one import, and goes with one piece of an export. */
    Transfer transfer();

    /** When feeds are fetched, and what is made of how it goes. */
    Feeds feeds();

    /** Calls at once. */
    interface Calls {
        /** Calls at work, most of which share the connections to the database. */
        @WithDefault("96")
        int atWork();

        /** Calls that wait for others to end; more are refused. */
        @WithDefault("400")
        int waitingMax();

        /** How long one waits before it is refused: less than its caller does. */
        @WithDefault("1s")
        Duration patience();
    }

    /** The rule for coverage gaps. */
    interface Gap {
        /** At least so many rated sources. */
        @WithDefault("7")
        int ratedSourcesMin();

        /** The smaller side has at most this share of rated sources, percent. */
        @WithDefault("20")
        int sidePercentMax();

        /** Left and right are at least so many points apart. */
        @WithDefault("20")
        int differenceMin();

        /** At least so many sources of HIGH or VERY_HIGH factuality. */
        @WithDefault("1")
        int factualSourcesMin();
    }

    /** Weights of the front page. */
    interface Top {
        /** What e times as many independent sources are worth, in time. */
        @WithDefault("12h")
        Duration sourcesWeight();
    }

    /** The stream of changes of stories. */
    interface Watch {
        /** How long a change is kept, and hence how long a listener may be away and still miss nothing. */
        @WithDefault("3d")
        Duration retention();

        /** How often the database is asked for changes as long as anybody listens. */
        @WithDefault("200ms")
        Duration pollInterval();

        /** How often a listener is told where it stands while nothing changes. */
        @WithDefault("15s")
        Duration heartbeat();

        /** A listener that has read nothing for so long is sent away. */
        @WithDefault("1m")
        Duration stallLimit();

        /** Most streams at a time. */
        @WithDefault("200")
        int watchersMax();
    }

    /** Limits and weights of searches. */
    interface Search {
        /** BCP-47 language that queries are taken to be in if they do not say. */
        @WithDefault("en")
        String language();

        /** Most characters of a query. */
        @WithDefault("300")
        int queryCharacters();

        /** Most words and phrases of a query. */
        @WithDefault("20")
        int queryTerms();

        /** How many of the stories that match, the highest of the front page, are ordered by relevance. */
        @WithDefault("1000")
        int candidates();

        /** What a perfect match is worth, in time on the front page. */
        @WithDefault("30d")
        Duration relevanceWeight();

        /** Over how many of the latest stories about a subject it is counted who covers it most. */
        @WithDefault("1000")
        int coveringStories();

        /** How many of a story's articles are searched, the latest. */
        @WithDefault("100")
        int articlesPerStory();

        /** How many characters of an article's lead are searched. */
        @WithDefault("500")
        int leadCharacters();

        /** How long to rest when no story is due to be indexed: one that changes again meanwhile is indexed once. */
        @WithDefault("2s")
        Duration indexInterval();

        /** How many stories are indexed in one transaction. */
        @WithDefault("200")
        int indexBatch();
    }

    /** What is kept for how long. Whole calendar months go, so all is kept for up to a month longer. */
    interface Retention {
        /** How long the texts of articles, and their vectors, are kept after they came; 0 is for ever. */
        @WithDefault("0s")
        Duration text();

        /** How long articles are kept after the last of their story came; 0 is for ever. What stories count stays. */
        @WithDefault("0s")
        Duration articles();

        /** How often it is looked what is to go, and whether the months to come are there. */
        @WithDefault("1h")
        Duration interval();

        /** Of how many articles it is looked in one transaction whether they are to go. */
        @WithDefault("200")
        int batch();

        /** For how many months to come there is a place. */
        @WithDefault("3")
        int monthsAhead();
    }

    /** Messages to webhooks. */
    interface Webhook {
        /** How long to rest when no story has changed. */
        @WithDefault("1s")
        Duration interval();

        /** Of how many changes messages are made in one transaction. */
        @WithDefault("500")
        int batch();

        /** How long a change waits for its story to be indexed, by which it is filtered. */
        @WithDefault("30s")
        Duration indexPatience();

        /** How often a message is sent before it is dead. */
        @WithDefault("12")
        int attemptsMax();

        /** How long to wait after the first failure; each further wait is twice as long, and all are a little scattered. */
        @WithDefault("40s")
        Duration retryFirst();

        /** Longest wait, also if a receiver asks for more. */
        @WithDefault("12h")
        Duration retryMaximum();

        /** A webhook to which nothing could be delivered for so long is paused. */
        @WithDefault("5d")
        Duration failingLimit();

        /** A webhook for which more messages wait is paused. */
        @WithDefault("10000")
        int waitingMax();

        /** How long messages that ended are kept; one that still waits after it was made so long ago is dead. */
        @WithDefault("7d")
        Duration retention();
    }

    /** Limits of what belongs to one reader. */
    interface Reader {
        /** Keys, those that have expired among them. */
        @WithDefault("20")
        int apiKeysMax();

        /** How exactly it is told when a key was last used: it is not written more often. */
        @WithDefault("1m")
        Duration apiKeyUsePrecision();

        /** Sessions; those that were used longest ago end. */
        @WithDefault("50")
        int sessionsMax();

        /** How long a session lasts at most. */
        @WithDefault("366d")
        Duration sessionAgeMax();

        /** How exactly it is told when a session was last used: it is not written more often. */
        @WithDefault("1m")
        Duration sessionUsePrecision();

        /** Webhooks, those that are paused among them. */
        @WithDefault("10")
        int webhooksMax();

        /** Open reports of wrong groupings. */
        @WithDefault("20")
        int groupingReportsMax();

        /** Open reports of wrong groupings by those who are not known, all together. */
        @WithDefault("500")
        int groupingReportsUnknownMax();

        /** Sources and subjects that a reader follows. */
        @WithDefault("1000")
        int followsMax();

        /** Sources, subjects and owners that a reader mutes. */
        @WithDefault("500")
        int mutesMax();

        /** Stories that a reader saved. */
        @WithDefault("5000")
        int savedStoriesMax();

        /** Sources that a reader rates otherwise. */
        @WithDefault("1000")
        int ratingOverridesMax();

        /** Articles and pages of stories in the history of a reader; the latest are kept. */
        @WithDefault("10000")
        int historyMax();

        /** How long the history of a reader goes back; what is older goes when something is read. */
        @WithDefault("400d")
        Duration historyAge();

        /** Passwords and what hashing them costs. */
        Password password();
    }

    /** Passwords. The cost is that of RFC 9106 and OWASP's advice of 2023: 19 MiB, two passes. */
    interface Password {
        /** Least characters. */
        @WithDefault("10")
        int charactersMin();

        /** Most characters. */
        @WithDefault("200")
        int charactersMax();

        /** Memory that one hashing fills, at least 8K. */
        @WithDefault("19M")
        MemorySize memory();

        /** Passes over that memory. */
        @WithDefault("2")
        int passes();

        /** Most hashings at a time, each on a thread of its own. */
        @WithDefault("2")
        int hashingsMax();

        /** Most calls that wait for one of them; more are refused. */
        @WithDefault("50")
        int waitingMax();
    }

    /** Limits of imports and exports. */
    interface Transfer {
        /** Of all files of an import together, unpacked. */
        @WithDefault("64M")
        MemorySize bytesMax();

        /** Files of an import. */
        @WithDefault("100")
        int filesMax();

        /** Refusals of one kind of rows that a report lists; all are counted. */
        @WithDefault("1000")
        int refusalsMax();
    }

    /** Pace and health of feeds. */
    interface Feeds {
        /** Shortest time between two fetches of a feed. */
        @WithDefault("5m")
        Duration refreshMinimum();

        /** Shortest time between two fetches of a feed whose hub says that there is something new. */
        @WithDefault("30s")
        Duration pushMinimum();

        /** Longest time between two fetches of a feed that goes well, whatever its server asks. */
        @WithDefault("6h")
        Duration refreshMaximum();

        /** Longest time until a feed that fails, or whose server asks for a pause, is tried again. */
        @WithDefault("24h")
        Duration pauseMaximum();

        /** A feed is due when so many new entries are to be expected; 0.25 finds news late by a quarter of the gap between two. */
        @WithDefault("0.25")
        double entriesPerVisit();

        /** After which time what was seen of a feed's rhythm is worth half. */
        @WithDefault("14d")
        Duration rhythmHalfLife();

        /** How many fetches in a row have to say that a feed moved for good until it is believed. */
        @WithDefault("3")
        int redirectConfirmations();

        /** So many failures in a row make a feed FAILING. */
        @WithDefault("3")
        int failuresMin();

        /** A feed is SILENT when it has been without news for so many times its usual longest pause … */
        @WithDefault("2")
        double silenceFactor();

        /** … and at least so long. */
        @WithDefault("6h")
        Duration silenceMinimum();

        /** Days with news that it takes to know what is usual. */
        @WithDefault("5")
        int silenceDaysMin();

        /** How long a feed of which that is not known may be without news. */
        @WithDefault("30d")
        Duration silenceUnknown();

        /** Most bytes of an OPML document of ImportOpml. */
        @WithDefault("8M")
        MemorySize opmlLimit();

        /** Most feeds of an OPML document of ImportOpml. */
        @WithDefault("10000")
        int opmlRowsMax();
    }
}
