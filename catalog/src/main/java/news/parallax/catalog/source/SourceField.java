package news.parallax.catalog.source;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.parallax.catalog.error.CatalogException.Invalid;

/** What is said of a source in one word or line. An empty value means not known; only the name must be known. */
public enum SourceField {
    NAME("(?=.*\\S)\\P{Cntrl}{1,200}"),
    COUNTRY("([A-Z]{2})?"),
    LANGUAGE("([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?"),
    PLACE("\\P{Cntrl}{0,200}"),
    KIND("([a-z0-9]+(-[a-z0-9]+)*)?"),
    PAYWALL("(none|partial|full)?");

    private final Pattern valid;

    SourceField(String valid) {
        this.valid = Pattern.compile(valid);
    }

    /** Returns the value; refused with the name of the field if it is none of it. */
    public String check(String value) {
        boolean known = this != COUNTRY || value.isEmpty() || CountryCode.isKnown(value);
        if (!known || !valid.matcher(value).matches()) {
            String field = name().toLowerCase(Locale.ROOT);
            throw new Invalid(
                    name() + "_INVALID", "%s \"%s\" is refused".formatted(field, value), Map.of(field, value));
        }
        return value;
    }

    /** Returns what the catalog knows of it; empty if nothing. */
    public String of(SourceEntity source) {
        return switch (this) {
            case NAME -> source.name;
            case COUNTRY -> source.country;
            case LANGUAGE -> source.language;
            case PLACE -> source.place;
            case KIND -> source.kind;
            case PAYWALL ->
                Optional.ofNullable(source.paywall)
                        .map(paywall -> paywall.name().toLowerCase(Locale.ROOT))
                        .orElse("");
        };
    }

    void set(SourceEntity source, String value) {
        switch (this) {
            case NAME -> source.name = value;
            case COUNTRY -> source.country = value;
            case LANGUAGE -> source.language = value;
            case PLACE -> source.place = value;
            case KIND -> source.kind = value;
            case PAYWALL ->
                source.paywall = value.isEmpty() ? null : PaywallExtent.valueOf(value.toUpperCase(Locale.ROOT));
        }
    }

    /** Returns whether coverage counts sources by it. */
    boolean isCounted() {
        return this == COUNTRY || this == LANGUAGE;
    }

    /** Returns whether the catalog knows more of it than an article told. */
    boolean known(SourceEntity source) {
        String value = of(source);
        return !(this == NAME ? value.equals(source.id) : value.isEmpty());
    }
}
