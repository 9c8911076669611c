package news.parallax.gateway.reader;

import java.util.List;
import news.parallax.gateway.story.StoryCard;

/**
 * What a reader follows, mutes and rates otherwise.
 *
 * @param stories the latest of what they follow
 * @param follows what they follow, the latest first
 * @param mutes what they mute, the latest first
 * @param overrides ratings of their own
 */
record MarkPage(List<StoryCard> stories, List<MarkView> follows, List<MarkView> mutes, List<OverrideView> overrides) {}
