package news.parallax.gateway.story;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import news.parallax.gateway.page.PlainText;
import news.parallax.gateway.page.PublicUrl;

/** The element by which another site shows a story: a frame around its widget. */
@Singleton
public class StoryFrame {
    /** Width in pixels that the widget is made for. */
    public static final int WIDTH = 480;
    /** Height in pixels that is enough for it. */
    public static final int HEIGHT = 240;

    private final PublicUrl publicUrl;

    StoryFrame(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance frame(String url, String title, int width, int height);
    }

    /** Returns the element as HTML. */
    public String of(StoryView story, int width, int height) {
        return Templates.frame(publicUrl.of("/embed/stories/" + story.id()), PlainText.of(story.title()), width, height)
                .render()
                .strip();
    }
}
