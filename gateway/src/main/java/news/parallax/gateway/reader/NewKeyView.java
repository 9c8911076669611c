package news.parallax.gateway.reader;

/**
 * A key that was just made.
 *
 * @param key what is known of it from now on
 * @param secret the key itself, which is not told again
 */
public record NewKeyView(KeyView key, String secret) {}
