package news.parallax.clusterer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Invented reports of events, several to a topic, each in few of the words that its event and its topic have: placed one
 * by one in any order they are often taken for another event, and put right when they are looked at together.
 */
public final class MixedEvents {

    private static final int EVENTS_A_TOPIC = 4;
    private static final int TOPIC_WORDS = 40;
    private static final int EVENT_WORDS = 30;

    private MixedEvents() {}

    /**
     * One report.
     *
     * @param path names it
     */
    public record Report(String path, String title, String text) {}

    /** Returns reports in any order; always the same for a seed. */
    public static List<Report> reports(long seed, int topics, int reportsAnEvent) {
        var random = new Random(seed);
        List<Report> reports = new ArrayList<>();
        for (int topic = 0; topic < topics; topic++) {
            List<String> shared = words(random, TOPIC_WORDS);
            for (int event = 0; event < EVENTS_A_TOPIC; event++) {
                List<String> own = words(random, EVENT_WORDS);
                for (int number = 0; number < reportsAnEvent; number++) {
                    reports.add(new Report(
                            "%d-%d-%d".formatted(topic, event, number),
                            sentence(random, shared, 2, own, 5),
                            sentence(random, shared, 5, own, 9)));
                }
            }
        }
        Collections.shuffle(reports, random);
        return reports;
    }

    private static String sentence(
            Random random, List<String> shared, int sharedCount, List<String> own, int ownCount) {
        return Stream.concat(pick(random, shared, sharedCount), pick(random, own, ownCount))
                        .collect(Collectors.joining(" "))
                + ".";
    }

    private static Stream<String> pick(Random random, List<String> words, int count) {
        return random.ints(0, words.size()).distinct().limit(count).mapToObj(words::get);
    }

    private static List<String> words(Random random, int count) {
        return Stream.generate(() -> word(random)).limit(count).toList();
    }

    private static String word(Random random) {
        return random.ints(8, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
