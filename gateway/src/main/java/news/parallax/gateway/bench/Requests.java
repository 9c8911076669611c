package news.parallax.gateway.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Requests of one sort for different things, drawn as readers do: the second half as often as the first, the third a third
 * as often, and so on (Zipf's law). The same in each run. They ask for compressed answers, as browsers do.
 */
final class Requests {
    private final List<byte[]> requests;
    private final int expectedStatus;
    private final double[] cumulative;
    private final Random random = new Random(5);

    private Requests(List<byte[]> requests, int expectedStatus) {
        this.requests = requests;
        this.expectedStatus = expectedStatus;
        this.cumulative = new double[requests.size()];
        double sum = 0;
        for (int rank = 0; rank < cumulative.length; rank++) {
            sum += 1.0 / (rank + 1);
            cumulative[rank] = sum;
        }
    }

    /** Requests of paths, the most wanted first, which are answered 200. */
    static Requests of(String host, List<String> paths) {
        return new Requests(paths.stream().map(path -> bytes(host, path, "")).toList(), 200);
    }

    /** Requests of who has the answers already, which are answered 304. */
    static Requests repeated(String host, List<String> paths, List<String> etags) {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < etags.size(); i++) {
            requests.add(bytes(host, paths.get(i), "If-None-Match: " + etags.get(i) + "\r\n"));
        }
        return new Requests(requests, 304);
    }

    private static byte[] bytes(String host, String path, String header) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nUser-Agent: bench\r\nAccept: */*\r\nAccept-Encoding: gzip, deflate, br\r\n" + header + "\r\n";
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    int size() {
        return requests.size();
    }

    byte[] bytes(int index) {
        return requests.get(index);
    }

    int expectedStatus() {
        return expectedStatus;
    }

    /** Returns the index of the next request. */
    int next() {
        int place = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
        return place < 0 ? Math.min(requests.size() - 1, -place - 1) : place;
    }
}
