package news.parallax.catalog.search;

/** What a subject is; see the contract. */
enum SubjectType {
    TOPIC,
    NAME,
    PERSON,
    PLACE
}
