package news.parallax.clusterer.digest.model;

/**
 * A sentence of a model's answer.
 *
 * @param text the sentence
 * @param articleNumber the article that is to bear it out, counted from 1 in the order sent; any number that the model gave
 */
record Claim(String text, int articleNumber) {}
