package news.parallax.clusterer.digest;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.parallax.clusterer.text.Agencies;
import news.parallax.clusterer.text.ProperName;

/** The names in reports of one story. */
final class StoryNames {

    private static final Pattern LOWER_WORDS = Pattern.compile("(?<![\\p{L}\\d’'])\\p{Ll}[\\p{L}\\p{M}]+");

    private final Set<String> outletNames = new HashSet<>();

    /** Words that stand somewhere with a capital where no sentence begins. */
    private final Set<String> capitalized = new HashSet<>();

    /** Words that stand somewhere without: no names by themselves. */
    private final Set<String> common = new HashSet<>();

    private final Map<String, NameGroup> groups = new LinkedHashMap<>();

    StoryNames(List<Report> reports, String language) {
        List<Named> read = reports.stream().map(Named::in).toList();
        for (Named named : read) {
            outletNames.add(named.report().outlet().name());
            named.sentences().forEach(this::trust);
            named.report().member().sentences().forEach(this::noteCommonWords);
        }
        if (capitalized.isEmpty()) {
            read.forEach(named -> named.title().forEach(this::trust));
        }
        for (Named named : read) {
            named.sentences().stream().flatMap(this::trusted).forEach(name -> add(name, named.report()));
            named.title().stream().filter(this::isKnown).forEach(name -> add(name, named.report()));
        }
        new NameForms(groups, common).merge(language);
    }

    /** The names in one report. */
    private record Named(Report report, List<ProperName> title, List<ProperName> sentences) {

        static Named in(Report report) {
            return new Named(
                    report,
                    ProperName.ofTitle(report.member().article().title(), report.language()),
                    report.member().sentences().stream()
                            .flatMap(sentence -> ProperName.of(sentence, report.language()).stream())
                            .toList());
        }
    }

    private void noteCommonWords(String sentence) {
        LOWER_WORDS.matcher(sentence).results().forEach(word -> common.add(word.group()));
    }

    private void trust(ProperName name) {
        name.words().stream().skip(name.opensSentence() ? 1 : 0).forEach(word -> capitalized.add(folded(word)));
    }

    Collection<NameGroup> groups() {
        return groups.values();
    }

    /** Whether a word in lower case is part of a name. */
    boolean haveWord(String word) {
        return capitalized.contains(word);
    }

    /** Titles write many words with capitals: they name what sentences name. */
    private boolean isKnown(ProperName name) {
        return name.words().stream().allMatch(word -> capitalized.contains(folded(word)) || isParticle(word));
    }

    private static boolean isParticle(String word) {
        return Character.isLowerCase(word.codePointAt(0));
    }

    /** A word that opens a sentence is trusted to belong to a name if it has its capital elsewhere too. */
    private Stream<ProperName> trusted(ProperName name) {
        String first = folded(name.words().getFirst());
        return !name.opensSentence() || capitalized.contains(first) && !common.contains(first)
                ? Stream.of(name)
                : name.withoutOpening().stream();
    }

    private void add(ProperName name, Report report) {
        String text = name.text();
        boolean noSubject = CldrNames.isDayMonthOrLanguage(text, report.language())
                || Agencies.isName(text)
                || outletNames.contains(text);
        if (!noSubject) {
            String placeId = name.placeId(report.language()).orElse("");
            groups.computeIfAbsent(placeId.isEmpty() ? name.key() : placeId, _ -> new NameGroup(report.id(), placeId))
                    .add(name, report);
        }
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
