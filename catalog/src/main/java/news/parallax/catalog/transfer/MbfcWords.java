package news.parallax.catalog.transfer;

import java.util.Map;

/** The words of Media Bias/Fact Check, and what they are on our scales. */
final class MbfcWords {
    /** Seven steps, as ours. Other categories are no leaning. */
    static final Map<String, String> BIAS = Map.of(
            "extreme-left", "FAR_LEFT",
            "left", "LEFT",
            "left-center", "LEAN_LEFT",
            "center", "CENTER",
            "right-center", "LEAN_RIGHT",
            "right", "RIGHT",
            "extreme-right", "FAR_RIGHT");

    /** Six steps on our five: "mostly factual" is above mixed, where single failed fact checks are put right. */
    static final Map<String, String> FACTUALITY = Map.of(
            "very-high", "VERY_HIGH",
            "high", "HIGH",
            "mostly-factual", "HIGH",
            "mixed", "MIXED",
            "low", "LOW",
            "very-low", "VERY_LOW");

    static final Map<String, String> CREDIBILITY = Map.of(
            "low-credibility", "LOW",
            "medium-credibility", "MEDIUM",
            "high-credibility", "HIGH");

    private MbfcWords() {}
}
