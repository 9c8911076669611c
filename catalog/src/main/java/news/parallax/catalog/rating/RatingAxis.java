package news.parallax.catalog.rating;

/** What a rating is about. */
public enum RatingAxis {
    BIAS,
    FACTUALITY
}
