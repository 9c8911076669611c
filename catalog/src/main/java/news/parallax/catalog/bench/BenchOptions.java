package news.parallax.catalog.bench;

import java.util.List;

/**
 * What to measure.
 *
 * @param articles in the catalog, 5,000 to 5,000,000; a fifth as many stories
 * @param requests of each query
 */
record BenchOptions(int articles, int requests) {
    private static final String USAGE = "use: bench catalog [--articles N] [--requests N]";
    private static final int ARTICLES_PER_STORY = 5;

    /** Returns the options; IllegalArgumentException says what is wrong and how it is right. */
    static BenchOptions parse(List<String> arguments) {
        int articles = 1_000_000;
        int requests = 1_000;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            switch (name) {
                case "--articles" -> articles = number(name, value, 5_000, 5_000_000);
                case "--requests" -> requests = number(name, value, 100, 100_000);
                default -> throw new IllegalArgumentException("no option " + name + "; " + USAGE);
            }
        }
        return new BenchOptions(articles, requests);
    }

    /** Returns how many stories so many articles tell. */
    static int stories(int articles) {
        return articles / ARTICLES_PER_STORY;
    }

    /** Returns how many articles tell so many stories. */
    static int articles(int stories) {
        return stories * ARTICLES_PER_STORY;
    }

    /** Articles that are recorded by calls, before it is measured and again while it is: few beside those that are loaded. */
    int recorded() {
        return Math.min(20_000, articles / 4);
    }

    private static int number(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // not a number: refused below like one out of bounds
        }
        throw new IllegalArgumentException(
                "%s is a whole number from %d to %d, not %s; %s".formatted(name, least, most, value, USAGE));
    }
}
