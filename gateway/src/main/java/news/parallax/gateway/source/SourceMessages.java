package news.parallax.gateway.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.Source;
import news.parallax.gateway.catalog.Times;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.rating.FactualityLabel;
import news.parallax.gateway.rating.RatingMessages;

/** Sources of the catalog as views, complete: what the reader may not see is cut later. */
public final class SourceMessages {
    private SourceMessages() {}

    /** Returns the source. */
    public static RatedSourceView toView(Source source) {
        BiasLabel bias = RatingMessages.toLabel(source.getBias());
        return new RatedSourceView(
                source.getId(),
                source.getName(),
                source.getCountry(),
                source.getLanguage(),
                List.copyOf(source.getDomainsList()),
                bias,
                bias.side(),
                ratings(source, Rating::hasBias, rating -> RatingMessages.toLabel(rating.getBias()), BiasLabel::text),
                RatingMessages.toLabel(source.getFactuality()),
                ratings(
                        source,
                        Rating::hasFactuality,
                        rating -> RatingMessages.toLabel(rating.getFactuality()),
                        FactualityLabel::text),
                RatingMessages.toOwners(source),
                source.getArticleCount(),
                source.getStoryCount(),
                Map.of());
    }

    private static <L> List<RatingView<L>> ratings(
            Source source, Function<Rating, Boolean> axis, Function<Rating, L> value, Function<L, String> text) {
        return source.getRatingsList().stream()
                .filter(axis::apply)
                .map(rating -> toView(rating, value.apply(rating), text))
                .toList();
    }

    private static <L> RatingView<L> toView(Rating rating, L label, Function<L, String> text) {
        Instant time = rating.hasRateTime() ? Times.of(rating.getRateTime()) : null;
        return new RatingView<>(
                rating.getRater().getName(),
                rating.getRater().getHomeUrl(),
                label,
                text.apply(label),
                time,
                rating.getUrl());
    }
}
