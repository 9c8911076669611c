package news.parallax.gateway.search;

import java.text.Collator;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import news.parallax.gateway.page.Names;
import news.parallax.gateway.rating.SideLabel;
import news.parallax.gateway.story.FacetCounts;
import news.parallax.gateway.story.StoryCard;

/**
 * Everything on the page of the search.
 *
 * @param choice what is searched for
 * @param cards the stories that were found
 * @param moreHref where they go on; empty at their end
 * @param counts how many stories each choice would leave
 * @param bySide whether the reader may ask for sides and gaps
 * @param locale language of the page
 */
record SearchPage(
        SearchChoice choice,
        List<StoryCard> cards,
        String moreHref,
        FacetCounts counts,
        boolean bySide,
        Locale locale) {
    /** The languages that most outlets of the world write in. */
    private static final List<String> LANGUAGES = List.of(
            "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id",
            "it", "ja", "ko", "lt", "lv", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw",
            "ta", "th", "tr", "uk", "ur", "vi", "zh");

    /**
     * One choice of a list.
     *
     * @param value in addresses
     * @param text for readers
     * @param selected whether it is made
     */
    public record Option(String value, String text, boolean selected) {}

    /** Whether more than words is chosen. */
    public boolean narrowed() {
        SearchChoice plain = new SearchChoice(choice.words(), false, 0, null, "", "", "", false, false);
        return !choice.equals(plain);
    }

    /** How many stories a choice would leave, as it stands behind it; empty if there is none. */
    public String count(String parameter, String value) {
        int stories = counts.of(parameter, value);
        return stories == 0
                ? ""
                : " (" + NumberFormat.getIntegerInstance(locale).format(stories) + ")";
    }

    /** Languages by name. */
    public List<Option> languages() {
        return LANGUAGES.stream()
                .filter(tag -> isWorthOffering("language", tag, choice.language()))
                .map(tag -> new Option(tag, Names.language(tag, locale), tag.equals(choice.language())))
                .sorted(byText())
                .toList();
    }

    /** Countries by name. */
    public List<Option> countries() {
        return Arrays.stream(Locale.getISOCountries())
                .filter(code -> isWorthOffering("country", code, choice.country()))
                .map(code -> new Option(code, Names.country(code, locale), code.equals(choice.country())))
                .sorted(byText())
                .toList();
    }

    /** All sides. */
    public List<SideLabel> sides() {
        return List.of(SideLabel.values());
    }

    /** Long lists leave out what would find nothing; all of them are there before a search. */
    private boolean isWorthOffering(String parameter, String value, String chosen) {
        return cards.isEmpty() || value.equals(chosen) || counts.of(parameter, value) > 0;
    }

    private Comparator<Option> byText() {
        return Comparator.comparing(Option::text, Collator.getInstance(locale));
    }
}
