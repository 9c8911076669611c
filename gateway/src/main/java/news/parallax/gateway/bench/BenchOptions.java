package news.parallax.gateway.bench;

import java.net.URI;
import java.util.List;

/**
 * What to measure.
 *
 * @param base root address of the gateway
 * @param seconds how long each load lasts; 1 to 600
 * @param connections how many requests are under way at most; 1 to 256
 */
record BenchOptions(URI base, int seconds, int connections) {
    private static final String USAGE = "use: GatewayBench BASE_URL [--seconds N] [--connections N]";

    /** Returns the options; IllegalArgumentException says what is wrong and how it is right. */
    static BenchOptions parse(List<String> arguments) {
        if (arguments.isEmpty() || arguments.size() % 2 == 0) {
            throw new IllegalArgumentException(USAGE);
        }
        int seconds = 5;
        int connections = 16;
        for (int i = 1; i < arguments.size(); i += 2) {
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--seconds" -> seconds = number("--seconds", value, 600);
                case "--connections" -> connections = number("--connections", value, 256);
                default -> throw new IllegalArgumentException("no option " + arguments.get(i) + "; " + USAGE);
            }
        }
        return new BenchOptions(base(arguments.getFirst()), seconds, connections);
    }

    private static URI base(String argument) {
        URI base = URI.create(argument);
        if (base.getHost() == null || base.getPort() < 0) {
            throw new IllegalArgumentException("\"" + argument + "\" is no address with a port; " + USAGE);
        }
        return base;
    }

    private static int number(String option, String value, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // not a number: refused below like one out of bounds
        }
        throw new IllegalArgumentException(option + " is a whole number from 1 to " + most + ", not " + value);
    }
}
