package news.parallax.clusterer.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import news.parallax.clusterer.bench.RandomProjection;
import news.parallax.clusterer.text.Analyzer;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.ContentHash;
import org.junit.jupiter.api.Test;

class StoryWindowTest {

    private static final int ARTICLES = 1_000;

    private static final AssignmentRules RULES =
            new AssignmentRules(0.5, ARTICLES, Duration.ofHours(72), 10, 500, 0.2, 7_000, 0.02);

    private final StoryWindow window = new StoryWindow(RULES);

    @Test
    void manyQuestionsAtOnceAreAnsweredAsOneByOne() {
        List<Member> members = members();
        members.forEach(window::add);
        List<List<String>> oneByOne = members.stream().map(this::neighborIds).toList();
        assertThat(oneByOne).anyMatch(ids -> ids.size() > 20);

        for (int round = 0; round < 3; round++) {
            assertThat(members.parallelStream().map(this::neighborIds).toList()).isEqualTo(oneByOne);
        }
    }

    private List<String> neighborIds(Member member) {
        return window.neighbors(member).stream().map(OpenStory::id).toList();
    }

    private static List<Member> members() {
        var analyzer = new Analyzer(new RandomProjection());
        var assigner = new StoryAssigner(RULES);
        List<CopyCorpus.Article> articles = new CopyCorpus(1).articles(ARTICLES, 0);
        return IntStream.range(0, ARTICLES)
                .mapToObj(i -> {
                    CopyCorpus.Article article = articles.get(i);
                    var document = analyzer.analyze(new ArticleText(
                            "article-" + i,
                            article.title(),
                            "",
                            article.text(),
                            "en",
                            Instant.EPOCH,
                            ContentHash.of(article.text()),
                            false,
                            "",
                            ""));
                    assigner.observe(document);
                    return assigner.read(document);
                })
                .toList();
    }
}
