package news.parallax.gateway.desk;

import news.parallax.gateway.access.ReaderPlan;
import news.parallax.gateway.access.ReaderView;

/**
 * A reader, for whoever runs the house.
 *
 * @param id of the reader
 * @param name as pages greet them
 * @param email address; empty if they have no password
 * @param plan what they may see
 * @param operator whether they run the house too
 */
record ReaderCard(String id, String name, String email, ReaderPlan plan, boolean operator) {
    static ReaderCard of(ReaderView reader) {
        return new ReaderCard(reader.id(), reader.name(), reader.email(), reader.plan(), reader.operator());
    }
}
