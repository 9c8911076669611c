package news.parallax.gateway.webhook;

/** Which messages, by what became of them. */
enum DeliveryFilter {
    ALL,
    WAITING,
    DELIVERED,
    DEAD
}
