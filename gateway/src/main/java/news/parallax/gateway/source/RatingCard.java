package news.parallax.gateway.source;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import news.parallax.gateway.page.TimeView;

/**
 * A rating on an outlet's page.
 *
 * @param rater who says so
 * @param text what they say
 * @param rated when; not known if they do not tell
 * @param url their page that says so, or their home page; empty if there is none
 */
record RatingCard(String rater, String text, TimeView rated, String url) {
    static <L> List<RatingCard> of(List<RatingView<L>> ratings, Function<L, String> words, Instant now) {
        return ratings.stream()
                .map(rating -> of(rating, words.apply(rating.value()), now))
                .toList();
    }

    private static <L> RatingCard of(RatingView<L> rating, String text, Instant now) {
        String url = rating.url().isEmpty() ? rating.raterUrl() : rating.url();
        boolean web = url.startsWith("https://") || url.startsWith("http://");
        return new RatingCard(rating.rater(), text, TimeView.of(rating.rateTime(), now), web ? url : "");
    }
}
