package news.parallax.gateway.desk;

import news.parallax.gateway.access.ReaderView;

/**
 * An operator at work.
 *
 * @param operator who
 * @param address from which network address
 */
record Actor(ReaderView operator, String address) {
    /** As the catalog knows editors: "clusterer" is the machine's name, which no reader can take. */
    String editor() {
        return "reader:" + operator.id();
    }
}
