package news.parallax.gateway.reader;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.page.Languages;
import news.parallax.gateway.page.TimeView;

/**
 * The account of a reader.
 *
 * @param reader who
 * @param keys their keys, the oldest first
 * @param sessions where they are logged in, the latest first
 * @param newKey a key that was just made; empty if none was
 * @param notice what was wrong with a form
 */
record SettingsPage(
        ReaderView reader, List<KeyCard> keys, List<SessionCard> sessions, String newKey, SettingsNotice notice) {
    /**
     * A key on the page.
     *
     * @param key what is known of it
     * @param used when it was last used
     */
    record KeyCard(KeyView key, TimeView used) {}

    /**
     * A session on the page.
     *
     * @param session what is known of it
     * @param used when it was last used
     */
    record SessionCard(SessionView session, TimeView used) {}

    static SettingsPage of(
            ReaderView reader,
            List<KeyView> keys,
            List<SessionView> sessions,
            String newKey,
            SettingsNotice notice,
            Instant now) {
        return new SettingsPage(
                reader,
                keys.stream()
                        .map(key -> new KeyCard(key, TimeView.of(key.lastUseTime(), now)))
                        .toList(),
                sessions.stream()
                        .map(session -> new SessionCard(session, TimeView.of(session.lastUseTime(), now)))
                        .toList(),
                newKey,
                notice);
    }

    /** The languages of the pages, each named in itself. */
    public List<LanguageChoice> languages() {
        return Languages.ALL.stream()
                .map(locale -> new LanguageChoice(
                        locale.toLanguageTag(),
                        locale.getDisplayLanguage(locale),
                        locale.equals(Locale.forLanguageTag(reader.language()))))
                .toList();
    }

    /**
     * A language to choose.
     *
     * @param tag BCP-47
     * @param name in itself
     * @param chosen whether it is the reader's
     */
    record LanguageChoice(String tag, String name, boolean chosen) {}

    /** Whether they enter with a password; others came by a key or an identity provider. */
    public boolean hasPassword() {
        return !reader.email().isEmpty();
    }

    /** Whether the plan lets them make keys. */
    public boolean makesKeys() {
        return reader.can(Capability.API);
    }
}
