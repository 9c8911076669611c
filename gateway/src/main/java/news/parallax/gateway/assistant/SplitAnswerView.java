package news.parallax.gateway.assistant;

/**
 * How the outlets of a story split by bias. Percents are of the rated outlets; unrated is not center.
 *
 * @param headline the largest side in words
 * @param left outlets on the left
 * @param center outlets in the center
 * @param right outlets on the right
 * @param unrated outlets nobody rated, in no percent
 * @param leftPercent share of the left
 * @param centerPercent share of the center
 * @param rightPercent share of the right
 * @param outletsUrl the outlets behind each number
 */
public record SplitAnswerView(
        String headline,
        int left,
        int center,
        int right,
        int unrated,
        int leftPercent,
        int centerPercent,
        int rightPercent,
        String outletsUrl) {}
