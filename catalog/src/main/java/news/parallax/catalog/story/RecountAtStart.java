package news.parallax.catalog.story;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Gatherers;
import news.parallax.catalog.database.WriterTurn;
import org.jboss.logging.Logger;

/** Counts all stories anew when a setting that went into their rows is another than when they were counted. */
@Singleton
public class RecountAtStart {
    private static final Logger LOG = Logger.getLogger(RecountAtStart.class);
    private static final int BATCH = 1_000;

    private final WriterTurn turn;
    private final StoryRepository stories;
    private final StoryRecount recount;

    RecountAtStart(WriterTurn turn, StoryRepository stories, StoryRecount recount) {
        this.turn = turn;
        this.stories = stories;
        this.recount = recount;
    }

    void onStart(@Observes StartupEvent start) {
        turn.take(() -> {
            RecountRulesEntity applied = stories.recountRules();
            if (!recount.rules().equals(applied.rules)) {
                List<String> ids = stories.ids();
                ids.stream().gather(Gatherers.windowFixed(BATCH)).forEach(batch -> {
                    recount.recount(batch);
                    stories.forgetRead();
                });
                stories.recountRules().rules = recount.rules();
                LOG.infof("stories counted by new rules stories=%d rules=%s", ids.size(), recount.rules());
            }
            return applied;
        });
    }
}
