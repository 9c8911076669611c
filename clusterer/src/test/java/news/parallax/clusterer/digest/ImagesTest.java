package news.parallax.clusterer.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.parallax.clusterer.digest.Details.StoryImage;
import org.junit.jupiter.api.Test;

class ImagesTest {

    private final ToldStory story = new ToldStory();
    private int count;

    @Test
    void distinctImagesAreCitedByTheirArticles() {
        String first = shows("https://a.example/bridge.jpg");
        String second = shows("https://b.example/crack.jpg");
        assertThat(images())
                .containsExactlyInAnyOrder(
                        new StoryImage("https://a.example/bridge.jpg", first),
                        new StoryImage("https://b.example/crack.jpg", second));
    }

    @Test
    void oneImageInSeveralSizesIsShownOnceInTheLargest() {
        shows("https://a.example/bridge-300x200.jpg?w=300");
        String large = shows("https://a.example/bridge-1200x800.jpg?w=1200&q=80");
        shows("https://a.example/bridge-640x400.jpg");
        assertThat(images())
                .containsExactly(new StoryImage("https://a.example/bridge-1200x800.jpg?w=1200&q=80", large));
    }

    @Test
    void anAgencysPictureIsOneAtAllOutletsThatKeptTheNameOfItsFile() {
        shows("https://a.example/2026/tarvos-bridge-crack-2026-03-02.jpg");
        shows("https://cdn.b.example/img/tarvos-bridge-crack-2026-03-02.jpg");
        shows("https://c.example/photo.jpg");
        shows("https://d.example/photo.jpg");
        assertThat(images()).hasSize(3);
    }

    @Test
    void imagesThatDifferByAParameterOnlyAreDifferent() {
        shows("https://a.example/image.php?id=5");
        shows("https://a.example/image.php?id=6");
        assertThat(images()).hasSize(2);
    }

    @Test
    void logosAndWhatArticlesOfThreeStoriesShowAreLeftOut() {
        shows("https://a.example/img/site-logo.png");
        shows("https://b.example/share.png");
        shows("https://c.example/twice.png");
        story.elsewhere("b", "https://b.example/share.png");
        story.elsewhere("b", "https://b.example/share.png?w=300");
        assertThat(images()).extracting(StoryImage::url).contains("https://b.example/share.png");
        story.elsewhere("c", "https://b.example/share.png?w=600");
        story.elsewhere("c", "https://c.example/twice.png");
        assertThat(images()).extracting(StoryImage::url).containsExactly("https://c.example/twice.png");
    }

    private String shows(String imageUrl) {
        return story.add(
                "outlet" + count + ".example",
                "Tarvos bridge cracked " + count++,
                "",
                ToldStory.MORNING,
                true,
                imageUrl);
    }

    private List<StoryImage> images() {
        return story.details().images();
    }
}
