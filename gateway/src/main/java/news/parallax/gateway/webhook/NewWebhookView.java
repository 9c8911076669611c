package news.parallax.gateway.webhook;

/**
 * A webhook that was just made, or was just given another secret.
 *
 * @param webhook what is known of it from now on
 * @param secret what signs its messages: "whsec_" and 32 bytes in Base64; not told again
 */
public record NewWebhookView(WebhookView webhook, String secret) {}
