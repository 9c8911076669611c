package news.parallax.gateway.embed;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How to show a story on another site (oembed.com, 1.0, type rich).
 *
 * @param title of the story
 * @param html the frame
 * @param width of the frame, pixels
 * @param height of the frame, pixels
 * @param cacheAge seconds to keep this answer
 */
record OembedView(
        String version,
        String type,
        String title,
        @JsonProperty("provider_name") String providerName,
        @JsonProperty("provider_url") String providerUrl,
        @JsonProperty("cache_age") int cacheAge,
        int width,
        int height,
        String html) {}
