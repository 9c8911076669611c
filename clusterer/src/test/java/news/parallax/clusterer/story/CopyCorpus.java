package news.parallax.clusterer.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invented articles, some of which are edited copies of others. Three outlets report on each event in words of their own,
 * which share the event's vocabulary and often a quotation; the boilerplate of outlets stands below unrelated texts. The
 * same seed gives the same articles.
 */
final class CopyCorpus {

    private static final int REPORTS_PER_EVENT = 3;
    private static final int COMMON_WORDS = 3_000;
    private static final int EVENT_WORDS = 40;

    private final Random random;
    private final List<String> commonWords;
    private final List<String> boilerplate;

    CopyCorpus(long seed) {
        random = new Random(seed);
        commonWords = vocabulary(COMMON_WORDS);
        boilerplate = IntStream.range(0, 12)
                .mapToObj(_ -> sentence(commonWords, 20 + random.nextInt(25)))
                .toList();
    }

    /**
     * An article.
     *
     * @param text what it reads on all lines
     * @param group equal for copies of one text
     */
    record Article(String title, String text, int group) {}

    /** Returns articles in the order of their arrival, so many of them copies, each of another report. */
    List<Article> articles(int count, int copies) {
        List<Article> articles = new ArrayList<>();
        List<Report> reports = new ArrayList<>();
        while (reports.size() < count - copies) {
            reports.addAll(reportsOnOneEvent());
        }
        for (int group = 0; group < count - copies; group++) {
            articles.add(reports.get(group).asPrinted(group));
        }
        return withCopies(articles, copies);
    }

    private List<Article> withCopies(List<Article> articles, int copies) {
        List<Article> all = new ArrayList<>(articles);
        List<Article> copied = new ArrayList<>(articles);
        Collections.shuffle(copied, random);
        copied.subList(0, copies).forEach(original -> all.add(edited(original)));
        Collections.shuffle(all, random);
        return all;
    }

    /** Paragraphs of sentences. */
    private record Report(String title, List<List<String>> paragraphs) {

        Article asPrinted(int group) {
            String text = paragraphs.stream()
                    .map(sentences -> String.join(" ", sentences))
                    .collect(Collectors.joining("\n\n"));
            return new Article(title, text, group);
        }

        static Report of(String title, String text) {
            return new Report(
                    title,
                    Stream.of(text.split("\n\n"))
                            .map(paragraph -> new ArrayList<>(List.of(paragraph.split("(?<=\\.) "))))
                            .collect(Collectors.toCollection(ArrayList::new)));
        }
    }

    private List<Report> reportsOnOneEvent() {
        List<String> eventWords = vocabulary(EVENT_WORDS);
        List<String> quotations = List.of(sentence(eventWords, 25), sentence(eventWords, 30));
        return IntStream.range(0, REPORTS_PER_EVENT)
                .mapToObj(_ -> report(eventWords, quotations))
                .toList();
    }

    private Report report(List<String> eventWords, List<String> quotations) {
        int words = 80 + random.nextInt(421);
        List<List<String>> paragraphs = new ArrayList<>();
        while (words > 0) {
            List<String> paragraph = new ArrayList<>();
            for (int i = 1 + random.nextInt(3); i > 0 && words > 0; i--) {
                int length = Math.min(8 + random.nextInt(17), Math.max(words, 4));
                paragraph.add(sentence(eventWords, length));
                words -= length;
            }
            paragraphs.add(paragraph);
        }
        quotations.stream()
                .filter(_ -> random.nextInt(3) > 0)
                .forEach(quotation ->
                        paragraphs.get(random.nextInt(paragraphs.size())).add(quotation));
        if (random.nextInt(3) == 0) {
            paragraphs.add(new ArrayList<>(List.of(any(boilerplate))));
        }
        return new Report(sentence(eventWords, 9), paragraphs);
    }

    /** Another headline, and one to three of the changes that editors make. */
    private Article edited(Article original) {
        Report report = Report.of(sentence(commonWords, 9), original.text());
        List<Runnable> changes = new ArrayList<>(List.of(
                () -> cutFirstParagraph(report),
                () -> report.paragraphs().addLast(new ArrayList<>(List.of(any(boilerplate)))),
                () -> changeSentences(report, true),
                () -> changeSentences(report, false),
                () -> report.paragraphs()
                        .getFirst()
                        .addFirst("%s (AP) — By %s.".formatted(any(commonWords), sentence(commonWords, 3)))));
        Collections.shuffle(changes, random);
        changes.subList(0, 1 + random.nextInt(3)).forEach(Runnable::run);
        return report.asPrinted(original.group());
    }

    private static void cutFirstParagraph(Report report) {
        if (report.paragraphs().size() > 1) {
            report.paragraphs().removeFirst();
        }
    }

    /** One to three sentences are cut or written anew. */
    private void changeSentences(Report report, boolean cut) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            List<String> paragraph =
                    report.paragraphs().get(random.nextInt(report.paragraphs().size()));
            int at = random.nextInt(paragraph.size());
            if (!cut) {
                paragraph.set(at, sentence(commonWords, 8 + random.nextInt(17)));
            } else if (paragraph.size() > 1) {
                paragraph.remove(at);
            }
        }
    }

    /** Three words in ten are the event's, the others common, the first ones most. */
    private String sentence(List<String> eventWords, int length) {
        String words = IntStream.range(0, length)
                .mapToObj(_ -> random.nextInt(10) < 3 ? any(eventWords) : commonWord())
                .collect(Collectors.joining(" "));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private String commonWord() {
        double skewed = Math.pow(random.nextDouble(), 3);
        return commonWords.get((int) (skewed * commonWords.size()));
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private List<String> vocabulary(int size) {
        return IntStream.range(0, size)
                .mapToObj(_ -> random.ints(3 + random.nextInt(6), 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .toList();
    }
}
