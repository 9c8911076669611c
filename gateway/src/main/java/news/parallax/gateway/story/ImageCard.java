package news.parallax.gateway.story;

/**
 * An image on a story's page: a link, as the page loads nothing from other hosts.
 *
 * @param view the image
 * @param href where it can be seen; empty if it cannot be linked
 */
public record ImageCard(ImageView view, String href) {}
