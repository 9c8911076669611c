package news.parallax.clusterer.story;

import java.util.function.ToDoubleFunction;

/** What the same-story model sums up, each times its weight; none exceeds 1. */
public enum Feature {
    INTERCEPT("intercept", "What is taken off before anything is known.", _ -> 1),
    WORDS("words", "Shared words: square root of the cosine of weighted terms.", Evidence::sharedWords),
    WORDS_SQUARED("words.squared", "The cosine itself.", Evidence::terms),
    TITLE("title", "Square root of the cosine of the titles alone.", Evidence::sharedTitle),
    NAMES("names", "Shared part of names and numbers.", Evidence::names),
    NAMELESS("nameless", "How far full texts fall short of sharing enough names.", Evidence::missingNames),
    TIME("time", "Nearness of publication.", Evidence::time),
    LENGTH("length", "Length of the shorter one, logarithmic.", Evidence::length),
    UNDERSTOOD("understood", "Both vectors can be trusted.", Evidence::bothUnderstood),
    MEANING("meaning", "Cosine of such vectors.", Evidence::meaning),
    MEANING_SQUARED("meaning.squared", "Its square.", evidence -> evidence.meaning() * evidence.meaning()),
    BRIEF("brief", "Share of the two that are hardly longer than a headline.", Evidence::brevity),
    BRIEF_WORDS("brief.words", "That times words.", evidence -> evidence.brevity() * evidence.sharedWords()),
    BRIEF_TITLE("brief.title", "That times title.", evidence -> evidence.brevity() * evidence.sharedTitle()),
    BRIEF_NAMES(
            "brief.names",
            "That times the square root of names.",
            evidence -> evidence.brevity() * Math.sqrt(evidence.names())),
    BRIEF_TIME("brief.time", "That times time.", evidence -> evidence.brevity() * evidence.time()),
    BRIEF_MEANING("brief.meaning", "That times meaning.", evidence -> evidence.brevity() * evidence.meaning()),
    FOREIGN("foreign", "The languages differ.", Evidence::foreign),
    FOREIGN_WORDS("foreign.words", "That times words.", evidence -> evidence.foreign() * evidence.sharedWords()),
    FOREIGN_NAMES("foreign.names", "That times names.", evidence -> evidence.foreign() * evidence.names());

    private final String weightName;
    private final String meaning;
    private final ToDoubleFunction<Evidence> value;

    Feature(String weightName, String meaning, ToDoubleFunction<Evidence> value) {
        this.weightName = weightName;
        this.meaning = meaning;
        this.value = value;
    }

    /** Returns the name under which its weight stands in the resource. */
    public String weightName() {
        return weightName;
    }

    /** Returns one sentence that says what it is. */
    public String meaning() {
        return meaning;
    }

    double of(Evidence evidence) {
        return value.applyAsDouble(evidence);
    }
}
