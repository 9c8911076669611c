package news.parallax.clusterer.digest;

/** Where an outlet stands, if somebody has rated it: an unrated outlet has no side. */
public enum Side {
    LEFT,
    CENTER,
    RIGHT
}
