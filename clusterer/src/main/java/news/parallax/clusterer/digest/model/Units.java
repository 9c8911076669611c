package news.parallax.clusterer.digest.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Units that change what a number says. */
final class Units {

    private static final Map<String, List<String>> FORMS = WordFile.read("units.txt");

    private Units() {}

    /**
     * A unit as written.
     *
     * @param name the same for all its forms
     * @param characters how many it takes
     */
    record Unit(String name, int characters) {}

    /** Returns the unit that a word is, or begins with where no spaces are written. */
    static Optional<Unit> at(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, List<String>> unit : FORMS.entrySet()) {
            for (String form : unit.getValue()) {
                boolean spaced = !Script.of(form.codePointAt(0)).isUnspaced();
                if (spaced ? lower.equals(form) : lower.startsWith(form)) {
                    return Optional.of(new Unit(unit.getKey(), form.length()));
                }
            }
        }
        return Optional.empty();
    }
}
