package news.parallax.crawler.text;

import java.nio.charset.Charset;

/**
 * Bytes that were read as text.
 *
 * @param text without byte order mark; U+FFFD where a byte could not be read
 */
public record DecodedText(String text, Charset charset) {}
