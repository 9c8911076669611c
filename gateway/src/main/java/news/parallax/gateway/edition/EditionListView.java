package news.parallax.gateway.edition;

import java.util.List;

/**
 * The editions, those with most outlets first.
 *
 * @param countries where newsrooms are
 * @param languages that outlets publish in
 */
public record EditionListView(List<EditionView> countries, List<EditionView> languages) {}
