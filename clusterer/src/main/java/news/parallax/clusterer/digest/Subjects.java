package news.parallax.clusterer.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.parallax.clusterer.text.Term;

/**
 * Finds whom and what a story is about: names that several outlets write, and words that weigh much in several reports. Each
 * outlet counts once.
 */
final class Subjects {

    /** Of three subjects two are names, if there are enough. */
    private static final double NAMES_SHARE = 2 / 3.0;

    /** The heaviest words of a report say what it is about. */
    private static final int HEAVIEST = 12;

    /** A word is a topic of the story if a third of its outlets weigh it so. */
    private static final int TOPIC_ONE_IN = 3;

    /** Shorter words say little, but where a letter is a word. */
    private static final int WORD_LETTERS = 3;

    private final List<Report> reports;
    private final String language;
    private final int outletsMin;
    private final long outletCount;
    private final StoryNames names;

    private Subjects(List<Report> reports, String language) {
        this.reports = reports;
        this.language = language;
        this.outletCount =
                reports.stream().map(report -> report.outlet().id()).distinct().count();
        // What a single outlet names says nothing of the story, unless it is the only one.
        this.outletsMin = (int) Math.min(2, outletCount);
        this.names = new StoryNames(reports, language);
    }

    /** The subjects of some reports, by most outlets first; names before topics that as many outlets have. */
    static List<Subject> of(List<Report> reports, String language, int limit) {
        var subjects = new Subjects(reports, language);
        List<Subject> names = subjects.names();
        List<Subject> topics = subjects.topics();
        int namesLimit = Math.max((int) Math.ceil(NAMES_SHARE * limit), limit - topics.size());
        List<Subject> chosen = new ArrayList<>(names.stream().limit(namesLimit).toList());
        topics.stream().limit(Math.max(0, limit - chosen.size())).forEach(chosen::add);
        chosen.sort(Comparator.comparing(Subject::outlets).reversed());
        return chosen;
    }

    private List<Subject> names() {
        return names.groups().stream()
                .filter(group -> group.outlets() >= outletsMin)
                .sorted(Comparator.comparing(NameGroup::outlets).reversed().thenComparing(NameGroup::text))
                .map(group -> group.subject(language))
                .toList();
    }

    /** Words that are no part of a name, by how many outlets have them among their heaviest. */
    private List<Subject> topics() {
        Map<String, Map<String, Term>> termsByOutlet = new HashMap<>();
        Map<String, String> articles = new HashMap<>();
        for (Report report : reports) {
            for (Term term : report.member().terms().heaviest(HEAVIEST)) {
                String key = term.surface().toLowerCase(Locale.ROOT);
                if (isWord(key) && report.language().equals(language)) {
                    termsByOutlet
                            .computeIfAbsent(key, _ -> new HashMap<>())
                            .putIfAbsent(report.outlet().id(), term);
                    articles.putIfAbsent(key, report.id());
                }
            }
        }
        long least = Math.max(outletsMin, Math.ceilDiv(outletCount, TOPIC_ONE_IN));
        return termsByOutlet.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= least)
                .map(entry -> new Subject(
                        entry.getKey(),
                        Subject.Kind.TOPIC,
                        entry.getValue().size(),
                        "",
                        articles.getOrDefault(entry.getKey(), "")))
                .sorted(Comparator.comparing(Subject::outlets).reversed().thenComparing(Subject::text))
                .toList();
    }

    private boolean isWord(String key) {
        boolean says = key.length() >= WORD_LETTERS || Character.isIdeographic(key.codePointAt(0));
        return says && key.codePoints().allMatch(c -> Character.isLetter(c) || c == '-') && !names.haveWord(key);
    }
}
