package news.parallax.catalog.source;

import java.util.Optional;

/** The name of an outlet as its pages state it, which may be anything. */
final class SourceName {
    static final int LENGTH_MAX = 200;

    private SourceName() {}

    /** Returns one line of at most {@link #LENGTH_MAX} characters; empty if nothing is left. */
    static Optional<String> of(String stated) {
        String line = stated.replaceAll("\\p{Cntrl}+", " ").strip();
        String name = line.length() <= LENGTH_MAX
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LENGTH_MAX)));
        return Optional.of(name).filter(kept -> !kept.isEmpty());
    }
}
