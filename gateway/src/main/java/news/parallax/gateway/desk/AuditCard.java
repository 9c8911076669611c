package news.parallax.gateway.desk;

import news.parallax.gateway.page.TimeView;

/**
 * Something that an operator did or tried.
 *
 * @param created when
 * @param actor who, as they were called then
 * @param action UPPER_SNAKE
 * @param target to what; may be empty
 * @param detail more, in words; may be empty
 * @param outcome done, refused or failed
 */
record AuditCard(TimeView created, String actor, String action, String target, String detail, String outcome) {}
