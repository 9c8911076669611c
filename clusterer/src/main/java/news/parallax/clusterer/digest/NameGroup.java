package news.parallax.clusterer.digest;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.parallax.clusterer.digest.Subject.Kind;
import news.parallax.clusterer.text.ProperName;

/** One bearer of a name, under all forms that reports write of it ("Joe Biden", "Biden"). */
final class NameGroup {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Set<String> outlets = new HashSet<>();
    private final Set<String> personOutlets = new HashSet<>();
    private final Map<String, Set<String>> outletsByForm = new TreeMap<>();
    private final String articleId;
    private final String placeId;

    NameGroup(String articleId, String placeId) {
        this.articleId = articleId;
        this.placeId = placeId;
    }

    void add(ProperName name, Report report) {
        String outlet = report.outlet().id();
        outlets.add(outlet);
        outletsByForm.computeIfAbsent(name.text(), _ -> new HashSet<>()).add(outlet);
        if (name.person()) {
            personOutlets.add(outlet);
        }
    }

    /** Takes over what was written of the same under another form. */
    void add(NameGroup other) {
        outlets.addAll(other.outlets);
        personOutlets.addAll(other.personOutlets);
        other.outletsByForm.forEach((form, users) ->
                outletsByForm.computeIfAbsent(form, _ -> new HashSet<>()).addAll(users));
    }

    /** How many outlets name it. */
    int outlets() {
        return outlets.size();
    }

    /** The place that it names: a country's code or a city's time zone; empty if none. */
    String placeId() {
        return placeId;
    }

    /** The form that most outlets write, of those with more than one word if there are any. */
    String text() {
        boolean full = outletsByForm.keySet().stream().anyMatch(form -> form.indexOf(' ') >= 0);
        return outletsByForm.entrySet().stream()
                .filter(form -> !full || form.getKey().indexOf(' ') >= 0)
                .max(Comparator.comparing((Map.Entry<String, Set<String>> form) ->
                                form.getValue().size())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    Subject subject(String language) {
        Kind kind = kind();
        String country = kind == Kind.PLACE && COUNTRIES.contains(placeId) ? placeId : "";
        String text =
                country.isEmpty() ? text() : Locale.of("", country).getDisplayCountry(Locale.forLanguageTag(language));
        return new Subject(text, kind, outlets(), country, articleId);
    }

    /** One outlet may be wrong about what stands beside a name; if it is the only one it is believed. */
    boolean isPerson() {
        return personOutlets.size() >= Math.min(2, outlets.size());
    }

    private Kind kind() {
        if (isPerson()) {
            return Kind.PERSON;
        }
        return placeId.isEmpty() ? Kind.NAME : Kind.PLACE;
    }
}
