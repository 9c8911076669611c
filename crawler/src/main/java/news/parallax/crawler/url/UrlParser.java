package news.parallax.crawler.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one address: the basic URL parser of the URL Standard (§4.4), its states written as methods. */
final class UrlParser {

    private static final Map<String, Integer> DEFAULT_PORTS =
            Map.of("http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21, "file", -1);

    private static final Set<String> HERE = Set.of(".", "%2e");
    private static final Set<String> UP = Set.of("..", ".%2e", "%2e.", "%2e%2e");
    private static final int PORT_MAX = 65_535;

    private final String text;
    private final @Nullable WebUrl base;
    private int position;

    private String scheme = "";
    private String username = "";
    private String password = "";
    private @Nullable String host;
    private int port = -1;
    private List<String> path = new ArrayList<>();
    private boolean opaque;
    private @Nullable String query;
    private @Nullable String fragment;

    UrlParser(String text, @Nullable WebUrl base) {
        this.text = trimmed(text);
        this.base = base;
    }

    /** Controls and spaces around an address do not count, tabs and line breaks within it neither. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(start, end).replace("\t", "").replace("\n", "").replace("\r", "");
    }

    Optional<WebUrl> parse() {
        readScheme();
        boolean valid = scheme.isEmpty() ? withoutScheme() : afterScheme();
        return valid
                ? Optional.of(new WebUrl(scheme, username, password, host, port, path, opaque, query, fragment))
                : Optional.empty();
    }

    private void readScheme() {
        int colon = text.indexOf(':');
        String start = colon < 0 ? "" : text.substring(0, colon);
        boolean valid = !start.isEmpty()
                && isLetter(start.charAt(0))
                && start.chars().allMatch(c -> isLetter(c) || c >= '0' && c <= '9' || "+-.".indexOf(c) >= 0);
        if (valid) {
            scheme = start.toLowerCase(Locale.ROOT);
            position = colon + 1;
        }
    }

    private boolean withoutScheme() {
        if (base == null || base.opaque() && next() != '#') {
            return false;
        }
        scheme = base.scheme();
        if (base.opaque()) {
            opaque = true;
            path = new ArrayList<>(base.path());
            query = base.query();
            return readFragment();
        }
        return base.isFile() ? readFile() : readRelative(base);
    }

    private boolean afterScheme() {
        if (scheme.equals("file")) {
            return readFile();
        }
        if (isSpecial()) {
            boolean relative = base != null && base.scheme().equals(scheme) && !text.startsWith("//", position);
            if (relative && base != null) {
                return readRelative(base);
            }
            skipSlashes();
            return readAuthority();
        }
        if (next() != '/') {
            return readOpaquePath();
        }
        position++;
        if (next() != '/') {
            return readPath();
        }
        position++;
        return readAuthority();
    }

    private void skipSlashes() {
        while (next() == '/' || next() == '\\') {
            position++;
        }
    }

    private boolean readRelative(WebUrl from) {
        if (atSlash()) {
            position++;
            if (isSpecial() && atSlash()) {
                skipSlashes();
                return readAuthority();
            }
            if (next() == '/') {
                position++;
                return readAuthority();
            }
            takeAuthority(from);
            return readPath();
        }
        takeAuthority(from);
        path = new ArrayList<>(from.path());
        return readAfterPathOf(from, true);
    }

    private void takeAuthority(WebUrl from) {
        username = from.username();
        password = from.password();
        host = from.host();
        port = from.port();
    }

    private boolean readAfterPathOf(WebUrl from, boolean shorter) {
        if (atEnd() || next() == '?' || next() == '#') {
            query = next() == '?' ? null : from.query();
            return readQuery();
        }
        if (shorter) {
            shorten();
        } else {
            path.clear();
        }
        return readPath();
    }

    private boolean readAuthority() {
        int end = endOf(isSpecial() ? "/\\?#" : "/?#");
        int at = text.lastIndexOf('@', end - 1);
        if (at >= position) {
            readCredentials(text.substring(position, at));
            position = at + 1;
            if (position == end) {
                return false;
            }
        }
        int colon = portColon(end);
        String name = text.substring(position, colon);
        if (name.isEmpty() && (isSpecial() || colon < end)) {
            return false;
        }
        boolean valid = readHost(name) && (colon == end || readPort(text.substring(colon + 1, end)));
        position = end;
        return valid && readPathStart();
    }

    private void readCredentials(String credentials) {
        int colon = credentials.indexOf(':');
        username = EncodeSet.USER.encode(colon < 0 ? credentials : credentials.substring(0, colon));
        password = colon < 0 ? "" : EncodeSet.USER.encode(credentials.substring(colon + 1));
    }

    /** Where the first colon stands outside of brackets; the end if there is none. */
    private int portColon(int end) {
        boolean bracketed = false;
        for (int i = position; i < end; i++) {
            char c = text.charAt(i);
            bracketed = c == '[' || bracketed && c != ']';
            if (c == ':' && !bracketed) {
                return i;
            }
        }
        return end;
    }

    private boolean readHost(String name) {
        Optional<String> parsed =
                name.isEmpty() && !isSpecial() ? Optional.of("") : HostParser.parse(name, isSpecial());
        host = parsed.orElse(null);
        return parsed.isPresent();
    }

    private boolean readPort(String digits) {
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > 5 || !significant.isEmpty() && Integer.parseInt(significant) > PORT_MAX) {
            return false;
        }
        int number = significant.isEmpty() ? -1 : Integer.parseInt(significant);
        port = number == DEFAULT_PORTS.getOrDefault(scheme, -1) ? -1 : number;
        return true;
    }

    private boolean readFile() {
        host = "";
        if (next() == '/' || next() == '\\') {
            position++;
            return next() == '/' || next() == '\\' ? readFileHost() : readFilePath();
        }
        if (base == null || !base.isFile()) {
            return readPath();
        }
        host = base.host();
        path = new ArrayList<>(base.path());
        return readAfterPathOf(base, !DriveLetter.starts(text, position));
    }

    private boolean readFilePath() {
        if (base != null && base.isFile()) {
            host = base.host();
            boolean onDrive =
                    !base.path().isEmpty() && DriveLetter.isNormal(base.path().getFirst());
            if (onDrive && !DriveLetter.starts(text, position)) {
                path.add(base.path().getFirst());
            }
        }
        return readPath();
    }

    private boolean readFileHost() {
        position++;
        int end = endOf("/\\?#");
        String name = text.substring(position, end);
        if (DriveLetter.is(name)) {
            return readPath();
        }
        position = end;
        if (!name.isEmpty() && !readHost(name)) {
            return false;
        }
        if ("localhost".equals(host)) {
            host = "";
        }
        return readPathStart();
    }

    private boolean readPathStart() {
        if (!isSpecial() && (atEnd() || next() == '?' || next() == '#')) {
            return readQuery();
        }
        if (atSlash()) {
            position++;
        }
        return readPath();
    }

    private boolean readPath() {
        String ends = isSpecial() ? "/\\?#" : "/?#";
        while (true) {
            int end = endOf(ends);
            String segment = EncodeSet.PATH.encode(text.substring(position, end));
            position = end;
            boolean slash = atSlash();
            addSegment(segment, slash);
            if (!slash) {
                return readQuery();
            }
            position++;
        }
    }

    private void addSegment(String segment, boolean more) {
        String folded = segment.toLowerCase(Locale.ROOT);
        if (UP.contains(folded)) {
            shorten();
        }
        if (UP.contains(folded) || HERE.contains(folded)) {
            if (!more) {
                path.add("");
            }
        } else if (scheme.equals("file") && path.isEmpty() && DriveLetter.is(segment)) {
            path.add(segment.charAt(0) + ":");
        } else {
            path.add(segment);
        }
    }

    private void shorten() {
        boolean drive = scheme.equals("file") && path.size() == 1 && DriveLetter.isNormal(path.getFirst());
        if (!drive && !path.isEmpty()) {
            path.removeLast();
        }
    }

    private boolean readOpaquePath() {
        int end = endOf("?#");
        String raw = text.substring(position, end);
        boolean spaceBeforeMore = raw.endsWith(" ") && end < text.length();
        String kept = spaceBeforeMore ? raw.substring(0, raw.length() - 1) : raw;
        path.add(EncodeSet.CONTROL.encode(kept) + (spaceBeforeMore ? "%20" : ""));
        opaque = true;
        position = end;
        return readQuery();
    }

    private boolean readQuery() {
        if (next() == '?') {
            position++;
            int end = endOf("#");
            EncodeSet set = isSpecial() ? EncodeSet.SPECIAL_QUERY : EncodeSet.QUERY;
            query = set.encode(text.substring(position, end));
            position = end;
        }
        return readFragment();
    }

    private boolean readFragment() {
        if (next() == '#') {
            fragment = EncodeSet.FRAGMENT.encode(text.substring(position + 1));
        }
        return true;
    }

    private boolean isSpecial() {
        return DEFAULT_PORTS.containsKey(scheme);
    }

    private boolean atSlash() {
        return next() == '/' || isSpecial() && next() == '\\';
    }

    private boolean atEnd() {
        return position == text.length();
    }

    /** The next character; -1 at the end. */
    private int next() {
        return atEnd() ? -1 : text.charAt(position);
    }

    private int endOf(String terminators) {
        int end = position;
        while (end < text.length() && terminators.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
