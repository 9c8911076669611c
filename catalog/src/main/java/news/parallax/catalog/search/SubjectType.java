package news.parallax.catalog.search;

/** What a subject is; see the contract. */
enum SubjectKind {
    TOPIC,
    NAME,
    PERSON,
    PLACE
}
