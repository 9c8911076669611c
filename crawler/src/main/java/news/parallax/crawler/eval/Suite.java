package news.parallax.crawler.eval;

import java.io.IOException;
import java.util.Map;

/** One kind of test; made anew for each file, asked from one thread. */
interface Suite {

    /** Runs production code on a row and judges what it did. An exception of that code is a failure of its row. */
    Verdict judge(EvalRow row) throws IOException;

    /** Figures beside the counts, in the order in which they are printed, after all rows were judged. */
    default Map<String, Object> figures() {
        return Map.of();
    }
}
