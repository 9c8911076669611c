package news.parallax.clusterer.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The news agencies whose reports others print: where they publish themselves, and how a text credits them. The file says
 * which.
 */
public final class Agencies {

    /** A credit stands in a dateline or in the last line; looked for in so many characters from either end. */
    private static final int CREDIT_CHARACTERS = 200;

    private static final List<Agency> ALL = read("agencies.txt");

    private Agencies() {}

    /**
     * One agency.
     *
     * @param domains where it publishes; the first stands for it
     * @param names as credits write them
     */
    private record Agency(List<String> domains, List<String> names) {

        /** Reads "tass.com,tass.ru TASS | ТАСС". */
        static Agency of(String line) {
            String[] domainsAndNames = line.split(" ", 2);
            return new Agency(
                    List.of(domainsAndNames[0].split(",")),
                    Arrays.stream(domainsAndNames[1].split("\\|"))
                            .map(String::strip)
                            .toList());
        }

        boolean isNamedIn(String text) {
            return names.stream().anyMatch(name -> isNamedIn(text, name));
        }

        /** Letter case counts, and the name is no part of a word, where words have ends. */
        private static boolean isNamedIn(String text, String name) {
            boolean wordsHaveEnds = !Character.isIdeographic(name.codePointAt(0));
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
                int end = at + name.length();
                boolean alone = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
                if (alone || !wordsHaveEnds) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Returns the agency, by its first domain, that an article credits in byline, lead, opening or end, if it does. */
    static Optional<String> creditedBy(ArticleText article) {
        String text = article.text().strip();
        String opening = text.substring(0, Math.min(CREDIT_CHARACTERS, text.length()));
        String end = text.substring(Math.max(0, text.length() - CREDIT_CHARACTERS));
        String places = String.join("\n", article.byline(), article.lead(), opening, end);
        return ALL.stream()
                .filter(agency -> agency.isNamedIn(places))
                .findFirst()
                .map(agency -> agency.domains().getFirst());
    }

    /** Whether a host is an agency's own: one of its domains or below one. */
    public static boolean isOwnHost(String agencyDomain, String host) {
        return ALL.stream()
                .filter(agency -> agency.domains().getFirst().equals(agencyDomain))
                .flatMap(agency -> agency.domains().stream())
                .anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /** Whether this is how credits write an agency's name. */
    public static boolean isName(String text) {
        return ALL.stream().anyMatch(agency -> agency.names().contains(text));
    }

    private static List<Agency> read(String file) {
        try (InputStream bytes = Agencies.class.getResourceAsStream(file);
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(bytes, file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Agency::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is broken: " + file, e);
        }
    }
}
