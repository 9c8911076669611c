package news.parallax.gateway.reader;

import java.util.Optional;

/** What was wrong with a form of the settings. */
public enum SettingsNotice {
    NONE,
    CURRENT,
    PASSWORD,
    SURE;

    /** Returns what the catalog objects to; empty if it is nothing that another entry in the form would mend. */
    static Optional<SettingsNotice> of(String reason) {
        return switch (reason) {
            case "CREDENTIALS_REFUSED" -> Optional.of(CURRENT);
            case "PASSWORD_INVALID" -> Optional.of(PASSWORD);
            default -> Optional.empty();
        };
    }
}
