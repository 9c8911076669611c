package news.parallax.clusterer.translation;

import java.time.Duration;
import java.util.List;

/** A translation engine with the one language it is to translate into. Safe for many threads. */
public interface Translator {

    /** Returns its name for readers. */
    String engine();

    /**
     * Translates texts.
     *
     * @param language primary BCP-47 subtag that all of them are in
     * @param patience by when there is an outcome, whatever the engine does
     */
    Outcome translate(List<String> texts, String language, Duration patience);

    /** What came of it. */
    sealed interface Outcome {

        /**
         * All went well.
         *
         * @param texts as many as were sent, in their order
         */
        record Translated(List<String> texts) implements Outcome {

            public Translated {
                texts = List.copyOf(texts);
            }
        }

        /** The engine does not know the language; others it may. */
        record NotSpoken() implements Outcome {}

        /** The engine has too much to do, and says for how long. */
        record Busy(Duration pause) implements Outcome {}

        /** It does not answer, or not as agreed. */
        record Failed(String reason) implements Outcome {}
    }
}
