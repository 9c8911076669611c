package news.parallax.gateway.webhook;

/**
 * Which messages of a reader's webhook.
 *
 * @param limit messages of a page
 * @param cursor where the page starts; empty for the first
 */
record DeliveryQuery(String readerId, String webhookId, DeliveryFilter state, int limit, String cursor) {}
