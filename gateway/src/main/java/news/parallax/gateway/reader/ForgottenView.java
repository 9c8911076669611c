package news.parallax.gateway.reader;

/**
 * What is forgotten.
 *
 * @param deletedCount how much it was
 */
public record ForgottenView(int deletedCount) {}
