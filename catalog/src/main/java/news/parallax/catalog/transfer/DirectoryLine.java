package news.parallax.catalog.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.coverage.OwnerCategory;
import news.parallax.catalog.feed.NewFeed;
import news.parallax.catalog.source.SourceChecks;
import news.parallax.catalog.source.SourceField;

/**
 * What a JSON line says of an outlet besides ratings: names, kagi (country, owner, typology) and feeds, each with category
 * and language. It only fills gaps of what is known of the source.
 */
final class DirectoryLine {
    private static final int NAME_LENGTH_MAX = 200;
    private static final int SLUG_LENGTH_MAX = 80;
    private static final Map<String, String> COUNTRIES = Stream.of(Locale.getISOCountries())
            .collect(Collectors.toMap(
                    code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH), Function.identity()));
    private static final Map<String, OwnerCategory> CATEGORIES = Map.of(
            "State Funded Media", OwnerCategory.GOVERNMENT,
            "Public Media", OwnerCategory.GOVERNMENT,
            "Public Broadcaster", OwnerCategory.GOVERNMENT,
            "Independent Media", OwnerCategory.INDEPENDENT,
            "Private Independent Media", OwnerCategory.INDEPENDENT,
            "Non-Profit", OwnerCategory.OTHER);

    private final String file;
    private final int number;
    private final JsonNode object;
    private final String source;

    /**
     * @param number line in the file, from 1
     * @param source id of the source
     */
    DirectoryLine(String file, int number, JsonNode object, String source) {
        this.file = file;
        this.number = number;
        this.object = object;
        this.source = source;
    }

    void read(ImportRows rows) {
        rows.sources.add(new Row<>(file, number, () -> SourceChecks.source(source, stated(), List.of(), true)));
        readOwner(rows);
        object.path("feeds").properties().forEach(feed -> {
            String section = feed.getValue().path(0).path("category").asText("");
            rows.feeds.add(new Row<>(
                    file,
                    number,
                    () -> NewFeed.of(feed.getKey(), source, section).onlyFilling()));
        });
    }

    private Map<SourceField, String> stated() {
        Map<SourceField, String> stated = new EnumMap<>(SourceField.class);
        name().ifPresent(name -> stated.put(SourceField.NAME, name));
        String country = text(object.path("kagi"), "country").replaceFirst("^The ", "");
        Optional.ofNullable(COUNTRIES.get(country)).ifPresent(code -> stated.put(SourceField.COUNTRY, code));
        language().ifPresent(language -> stated.put(SourceField.LANGUAGE, language));
        return stated;
    }

    /** Prefers, of several names, the first that the domain is made of: others are names of its group. */
    private Optional<String> name() {
        List<String> names = new ArrayList<>();
        object.path("names").forEach(name -> names.add(cut(name.asText(""))));
        names.removeIf(String::isBlank);
        return names.stream()
                .filter(name ->
                        source.replaceAll("[^a-z0-9]", "").contains(slug(name).replace("-", "")))
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    /** Returns the language of most of its feeds. */
    private Optional<String> language() {
        Map<String, Integer> counts = new HashMap<>();
        object.path("feeds")
                .forEach(entries -> entries.forEach(entry -> counts.merge(text(entry, "lang"), 1, Integer::sum)));
        counts.remove("");
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private void readOwner(ImportRows rows) {
        JsonNode kagi = object.path("kagi");
        String name = cut(text(kagi, "owner"));
        String id = slug(name);
        if (!id.isEmpty()) {
            Optional<OwnerCategory> category = Optional.ofNullable(CATEGORIES.get(text(kagi, "typology")));
            rows.owners.add(new Row<>(
                    file,
                    number,
                    () -> SourceChecks.owner(id, name, category, "", "").onlyFilling()));
            rows.ownership.add(new Row<>(
                    file,
                    number,
                    () -> SourceChecks.ownership(source, id, Optional.empty(), "")
                            .onlyFilling()));
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("").strip();
    }

    private static String cut(String line) {
        String clean = line.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() <= NAME_LENGTH_MAX
                ? clean
                : clean.substring(0, NAME_LENGTH_MAX - 1).strip() + "…";
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        return plain.substring(0, Math.min(plain.length(), SLUG_LENGTH_MAX)).replaceAll("^-|-$", "");
    }
}
