package news.parallax.clusterer;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import news.parallax.clusterer.digest.model.DigestModelConfig;
import news.parallax.clusterer.embedding.EmbeddingConfig;

/** Every setting of the clusterer. */
@ConfigMapping(prefix = "parallax.clusterer")
public interface ClustererConfig {

    /** How vectors of meaning are made. */
    EmbeddingConfig embedding();

    /** Articles analyzed at the same time; 0 means one for each processor. */
    @WithDefault("0")
    int analysisThreads();

    /** Limits of an article. */
    Limits limits();

    /** How the stream is taken in. */
    Ingest ingest();

    /** How articles are grouped. */
    Grouping grouping();

    /** Whether and how foreign articles are translated. */
    Translating translation();

    /** What stories say, and when they are told anew. */
    Digest digest();

    /** How the catalog is called. */
    Catalog catalog();

    /** Where other copies call this one, host and port; by default where it listens. */
    Optional<String> address();

    /** How one of several copies comes to assign. */
    Lease lease();

    /** How one of several copies comes to assign. */
    interface Lease {

        /** How long the right to assign lasts unless it is renewed: so long nothing is stored after a copy was killed. */
        @WithDefault("5s")
        Duration duration();

        /** How often it is asked for and renewed. */
        @WithDefault("1s")
        Duration interval();

        /** How often a copy that does not assign takes over what has been done, to be ready to assign. */
        @WithDefault("10s")
        Duration followInterval();

        /** How long articles wait for a copy that assigns before their stream ends. */
        @WithDefault("20s")
        Duration patience();
    }

    /** Limits of an article; beyond them it is refused. */
    interface Limits {

        /** Most characters of a title. */
        @WithDefault("2000")
        int titleCharacters();

        /** Most characters of a lead. */
        @WithDefault("20000")
        int leadCharacters();

        /** Most characters of a text. */
        @WithDefault("500000")
        int textCharacters();

        /** Most characters of a URL. */
        @WithDefault("2048")
        int urlCharacters();

        /** How far a publication may lie ahead of our clock. */
        @WithDefault("48h")
        Duration future();
    }

    /** How the stream is taken in. */
    interface Ingest {

        /** Most articles that are grouped and stored together. */
        @WithDefault("64")
        int batchArticles();

        /** Bytes of one call to the copy that assigns; what is more goes in several. */
        @WithDefault("3M")
        MemorySize messageLimit();

        /** Longest wait for a batch to fill. */
        @WithDefault("50ms")
        Duration batchWait();

        /** Longest wait for articles that are to be assigned before others of the same sender and have not come. */
        @WithDefault("2s")
        Duration orderWait();

        /** Streams of articles at once; each has at most three batches here. More are refused. */
        @WithDefault("100")
        int streamsMax();
    }

    /** How articles are grouped. */
    interface Grouping {

        /** Least similarity to a story to join it, in [0, 1]. */
        @WithDefault("0.5")
        double threshold();

        /** Articles remembered at most; those that arrived first leave first. About 4 KB each. */
        @WithDefault("200000")
        int windowArticles();

        /**
         * How far an article's time may lie outside a story's span to join it; a story that got nothing newer for so long
         * leaves the window.
         */
        @WithDefault("72h")
        Duration reach();

        /** Articles of a story that a new one is compared with, at most. */
        @WithDefault("40")
        int comparedMembers();

        /** Articles after which stories are looked at again. */
        @WithDefault("500")
        int consolidationArticles();

        /** Time after which stories that got articles are looked at again, however few came. */
        @WithDefault("1m")
        Duration consolidationInterval();

        /** Least similarity of an article to another story for both to be looked at together, in [0, 1]. */
        @WithDefault("0.2")
        double neighborSimilarity();

        /** Articles of neighboring stories that are compared all with all, at most; 3,000 take 36 MB meanwhile. */
        @WithDefault("3000")
        int neighborhoodArticles();

        /** Added to the probability of articles that are in one story already, so that stories do not flap. */
        @WithDefault("0.02")
        double loyalty();
    }

    /** Whether and how titles and leads of foreign articles are translated. */
    interface Translating {

        /** A LibreTranslate server; nothing is translated and nobody called without it. */
        Optional<URI> url();

        /** Sent to the server with each call, if it wants one. */
        Optional<String> apiKey();

        /** The language of the edition, a primary BCP-47 subtag: what all is translated into. */
        @WithDefault("en")
        String targetLanguage();

        /** Primary subtags of languages that are left as they are, besides. */
        Optional<Set<String>> untouchedLanguages();

        /** Longest wait of articles for their translation, all attempts together; then they go on without it. */
        @WithDefault("10s")
        Duration timeout();

        /** Calls for one answer, at most. */
        @WithDefault("2")
        int attempts();

        /** How long a server that failed is left alone, while articles go on at once. */
        @WithDefault("1m")
        Duration pause();

        /** Title and lead of more characters go without the lead; a title of more, untranslated. */
        @WithDefault("1500")
        int articleCharacters();

        /** Most characters sent in an hour. */
        @WithDefault("1000000")
        long hourCharacters();

        /** Translations remembered by this process; the catalog keeps those of stored articles. About 1 KB each. */
        @WithDefault("20000")
        int rememberedArticles();
    }

    /** What stories say, and when they are told anew. */
    interface Digest {

        /** The language model that may tell stories. */
        DigestModelConfig model();

        /** Independent reports read for wording, names and topics, at most. */
        @WithDefault("200")
        int comparedReports();

        /** Outlets from which on a side's wording is compared and it has points of its own. */
        @WithDefault("4")
        int sideOutletsMin();

        /** Outlets of a side that use a term, at least. */
        @WithDefault("3")
        int termOutletsMin();

        /** Least z-score of a term; chance alone takes one in forty beyond 1.96. */
        @WithDefault("1.96")
        double zScoreMin();

        /**
         * Weight of the prior: what is counted in all reports counts so much before a side is counted. About where a term
         * that only one of two equal sides uses scores most.
         */
        @WithDefault("0.2")
        double prior();

        /** People, places and topics of a story, at most; the catalog takes 30. */
        @WithDefault("12")
        int subjects();

        /** Images of a story, at most; the catalog takes 20. */
        @WithDefault("8")
        int images();

        /** An image that articles of so many stories show is the outlet's own: a logo, a placeholder. */
        @WithDefault("3")
        int imageStories();

        /** Images of which the stories are remembered, the latest; about 250 bytes each. */
        @WithDefault("100000")
        int imagesRemembered();

        /** Reports nearer in time than this are taken to be of the same time. */
        @WithDefault("5m")
        Duration firstReportTie();

        /** How long before it was found a report without time may have been published. */
        @WithDefault("24h")
        Duration discoveryLag();

        /** Articles below which a story is told anew with every change. */
        @WithDefault("12")
        int smallStory();

        /** Share of its articles by which a larger one grows before it is told anew. */
        @WithDefault("0.2")
        double growth();

        /** Time after which a larger one that changed is told anew anyway. */
        @WithDefault("1m")
        Duration interval();

        /** How often stories that wait are told. */
        @WithDefault("5s")
        Duration flushInterval();

        /** Stories told at a time; the stream waits meanwhile, and goes on between. */
        @WithDefault("10")
        int flushStories();
    }

    /** How the catalog is called. */
    interface Catalog {

        /** How often the sides of outlets are asked for. */
        @WithDefault("1m")
        Duration ratedOutletsInterval();

        /** Rated outlets known, at most. */
        @WithDefault("50000")
        int ratedOutlets();

        /** Longest wait for an answer. */
        @WithDefault("20s")
        Duration deadline();

        /** How often copies of the catalog are looked for that came since. */
        @WithDefault("5s")
        Duration copiesInterval();

        /** Longest time to read the window back at start. */
        @WithDefault("30m")
        Duration replayDeadline();

        /** Wait between attempts to read it back. */
        @WithDefault("1s")
        Duration rebuildRetryWait();

        /** Attempts while the catalog is away, before the stream ends. */
        @WithDefault("5")
        int attempts();

        /** Wait after the first failed attempt; doubles with each. */
        @WithDefault("200ms")
        Duration retryWait();
    }
}
