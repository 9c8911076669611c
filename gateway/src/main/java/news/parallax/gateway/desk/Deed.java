package news.parallax.gateway.desk;

/**
 * What an operator does.
 *
 * @param action UPPER_SNAKE
 * @param target to what: an id of at most 200 characters; may be empty
 * @param detail more, in words; may be empty
 * @param address from which network address
 */
record Deed(String action, String target, String detail, String address) {}
