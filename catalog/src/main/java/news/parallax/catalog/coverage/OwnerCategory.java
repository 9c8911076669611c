package news.parallax.catalog.coverage;

/** What sort of owner a source has. */
public enum OwnerCategory {
    INDEPENDENT,
    CONGLOMERATE,
    CORPORATION,
    PRIVATE_EQUITY,
    INDIVIDUAL,
    GOVERNMENT,
    TELECOM,
    OTHER
}
