package news.parallax.clusterer.digest;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.parallax.clusterer.digest.Details.StoryImage;
import news.parallax.clusterer.story.Member;
import news.parallax.clusterer.text.ArticleText;

/**
 * Knows which images illustrate a story and which are the outlet's own: logos and placeholders stand beside articles of many
 * stories. Remembers the stories of the images seen last. Belongs to the one writer.
 */
final class Images {

    /** One image in several sizes differs in such parameters, and in such an ending of the file's name. */
    private static final Pattern SIZES =
            Pattern.compile("(?<=[?&])(?:w|h|width|height|q|quality|fit|crop|resize|format|auto|dpr)=[^&]*&?");

    private static final Pattern SIZE = Pattern.compile("[-_](\\d{2,5})x\\d{2,5}(?=\\.\\w+(?:\\?|$))");

    private static final Pattern WIDTH = Pattern.compile("[?&](?:w|width)=(\\d{2,5})\\b");
    private static final Pattern FILE = Pattern.compile("[^/]+$");

    /** Shorter names of files ("image.jpg", "lead-photo.jpg") are given to many images. */
    private static final int FILE_NAME_CHARACTERS = 20;

    private static final Pattern OWN = Pattern.compile(
            "(?i)(?<![a-z])(?:logo|placeholder|default|favicon|sprite|blank|avatar|no-?image)(?![a-z])");

    private final DigestRules rules;
    private final LinkedHashMap<String, Set<String>> storiesByImage = new LinkedHashMap<>();

    Images(DigestRules rules) {
        this.rules = rules;
    }

    /** Notes that an article of a story shows its image. */
    void observe(ArticleText article, String storyId) {
        if (!article.imageUrl().isEmpty()) {
            Set<String> stories =
                    storiesByImage.computeIfAbsent(addressOf(article.imageUrl()), _ -> new LinkedHashSet<>(2));
            if (stories.size() < rules.imageStories()) {
                stories.add(storyId);
            }
            if (storiesByImage.size() > rules.imagesRemembered()) {
                storiesByImage.pollFirstEntry();
            }
        }
    }

    /** The images of articles in order, each once and as large as it is told to be. */
    List<StoryImage> of(List<Member> mostCentralFirst) {
        Map<String, StoryImage> images = new LinkedHashMap<>();
        for (Member member : mostCentralFirst) {
            String url = member.article().imageUrl();
            if (!url.isEmpty() && !isOwn(url)) {
                images.merge(
                        keyOf(url),
                        new StoryImage(url, member.id()),
                        (known, other) -> width(other.url()) > width(known.url()) ? other : known);
            }
        }
        return images.values().stream().limit(rules.images()).toList();
    }

    private boolean isOwn(String url) {
        return OWN.matcher(url).find()
                || storiesByImage.getOrDefault(addressOf(url), Set.of()).size() >= rules.imageStories();
    }

    /** What stays of a URL when sizes are taken out. */
    private static String addressOf(String url) {
        String bare = url.replaceFirst("#.*", "").replaceFirst("^https?://", "");
        String unsized = SIZES.matcher(SIZE.matcher(bare).replaceFirst("")).replaceAll("");
        return unsized.replaceFirst("[?&]$", "");
    }

    /** The file's name if it is one that nobody else would choose: agencies' pictures keep theirs. */
    private static String keyOf(String url) {
        String address = addressOf(url);
        Matcher file = FILE.matcher(address.replaceFirst("\\?.*", ""));
        return file.find() && file.group().length() >= FILE_NAME_CHARACTERS ? file.group() : address;
    }

    private static int width(String url) {
        Matcher size = SIZE.matcher(url);
        Matcher width = WIDTH.matcher(url);
        return size.find() ? Integer.parseInt(size.group(1)) : width.find() ? Integer.parseInt(width.group(1)) : 0;
    }
}
