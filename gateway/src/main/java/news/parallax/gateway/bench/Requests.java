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
    private final String host;
    private final List<String> paths;
    private final List<byte[]> requests;
    private final int expectedStatus;
    private final double[] cumulative;
    private final Random random = new Random(5);

    private Requests(String host, List<String> paths, List<byte[]> requests, int expectedStatus) {
        this.host = host;
        this.paths = paths;
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
        return new Requests(
                host, paths, paths.stream().map(path -> bytes(host, path, "")).toList(), 200);
    }

    /** Requests of who has the answers already, which are answered 304. */
    static Requests repeated(String host, List<String> paths, List<String> etags) {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < etags.size(); i++) {
            requests.add(conditional(host, paths.get(i), etags.get(i)));
        }
        return new Requests(host, paths, requests, 304);
    }

    /** Has the request ask for what is newer than this answer, as who got it would; returns whether it asked for that before. */
    boolean renew(int index, int status, String etag) {
        if (expectedStatus != 304 || status != 200 || etag.isEmpty()) {
            return false;
        }
        requests.set(index, conditional(host, paths.get(index), etag));
        return true;
    }

    private static byte[] conditional(String host, String path, String etag) {
        return bytes(host, path, "If-None-Match: " + etag + "\r\n");
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
