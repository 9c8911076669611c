package news.parallax.gateway.desk;

import java.time.Instant;
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
record AuditCard(TimeView created, String actor, String action, String target, String detail, String outcome) {
    static AuditCard of(AuditEntryView view, Instant now) {
        return new AuditCard(
                TimeView.of(view.createTime(), now),
                view.actor(),
                view.action(),
                view.target(),
                view.detail(),
                view.outcome());
    }
}
