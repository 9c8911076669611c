package news.parallax.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query as readers type it. Whatever they type has a meaning: quotes that are not closed end with the query, and signs
 * that stand where they mean nothing are passed over.
 *
 * @param groups all of them have to hold
 */
record SearchText(List<Group> groups) {
    /** A sign, then a quoted phrase or all up to white space or a quote, then perhaps an asterisk. */
    private static final Pattern TERM =
            Pattern.compile("(?<sign>-?)(?:\"(?<phrase>[^\"]*)(?:\"|$)|(?<word>[^\\s\"]+))(?<end>\\*?)");

    private static final Pattern QUOTES = Pattern.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u300c\u300d]");
    private static final Pattern ASTERISKS = Pattern.compile("\\*+$");
    private static final String OR = "OR";

    SearchText {
        groups = List.copyOf(groups);
    }

    /**
     * Terms of which one has to be there.
     *
     * @param excluded whether none of them may be there
     */
    record Group(boolean excluded, List<Term> terms) {
        Group {
            terms = List.copyOf(terms);
        }

        private Group or(Term other) {
            List<Term> more = new ArrayList<>(terms);
            more.add(other);
            return new Group(excluded, more);
        }
    }

    /**
     * A word or phrase.
     *
     * @param quoted whether it counts even if its words say nothing
     * @param prefix whether its last word may go on
     */
    record Term(String text, boolean quoted, boolean prefix) {}

    static SearchText parse(String typed) {
        List<Group> groups = new ArrayList<>();
        boolean either = false;
        Matcher matcher = TERM.matcher(QUOTES.matcher(typed.replace("\0", "")).replaceAll("\""));
        while (matcher.find()) {
            if (OR.equals(matcher.group())) {
                either = true;
                continue;
            }
            Term term = term(matcher);
            if (term.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
                continue;
            }
            boolean excluded = !matcher.group("sign").isEmpty();
            if (either && !excluded && !groups.isEmpty() && !groups.getLast().excluded()) {
                groups.add(groups.removeLast().or(term));
            } else {
                groups.add(new Group(excluded, List.of(term)));
            }
            either = false;
        }
        return new SearchText(groups);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Whether a word has to be there: queries that only exclude find nearly everything. */
    boolean wantsWords() {
        return groups.stream().anyMatch(group -> !group.excluded());
    }

    List<Term> terms() {
        return groups.stream().flatMap(group -> group.terms().stream()).toList();
    }

    /** Returns the same as if each word were quoted, so that those that say nothing count. */
    SearchText literally() {
        return new SearchText(groups.stream()
                .map(group -> new Group(
                        group.excluded(),
                        group.terms().stream()
                                .map(term -> new Term(term.text(), true, term.prefix()))
                                .toList()))
                .toList());
    }

    private static Term term(Matcher matcher) {
        String phrase = matcher.group("phrase");
        if (phrase != null) {
            return new Term(phrase.strip(), true, !matcher.group("end").isEmpty());
        }
        String word = matcher.group("word");
        String bare = ASTERISKS.matcher(word).replaceAll("");
        return new Term(bare, false, !bare.equals(word));
    }
}
