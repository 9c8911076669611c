package news.parallax.catalog.reader;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.parallax.catalog.error.CatalogException.Invalid;

/**
 * An e-mail address, in lowercase. Whether mail arrives there is not known.
 *
 * @param text at most 254 characters (RFC 5321, §4.5.3.1)
 */
record EmailAddress(String text) {
    private static final int LENGTH_MAX = 254;
    private static final Pattern FORM = Pattern.compile(
            "[^@\\s\\p{C}]{1,64}@[^@\\s\\p{C}.]+(\\.[^@\\s\\p{C}.]+)+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Returns the address that was typed; EMAIL_INVALID if it is none. */
    static EmailAddress of(String typed) {
        return find(typed)
                .orElseThrow(() -> new Invalid(
                        "EMAIL_INVALID", "email=%s is no address".formatted(typed), Map.of("email", typed)));
    }

    static Optional<EmailAddress> find(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return text.length() <= LENGTH_MAX && FORM.matcher(text).matches()
                ? Optional.of(new EmailAddress(text))
                : Optional.empty();
    }
}
