package news.parallax.gateway.story;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.parallax.catalog.v1.CoverageBasis;
import news.parallax.catalog.v1.CoverageSource;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import news.parallax.catalog.v1.Subject;
import news.parallax.gateway.catalog.CatalogCalls;

/** Asks the catalog who covers a story and what it is about, as everybody may know. */
@Singleton
public class StoryFactsClient {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final StoryServiceBlockingStub stories;
    private final CatalogCalls calls;

    StoryFactsClient(@GrpcClient("catalog") StoryServiceBlockingStub stories, CatalogCalls calls) {
        this.stories = stories;
        this.calls = calls;
    }

    /**
     * Returns what is so now; empty if there is no such story. A story that was just told is indexed a moment later, and only
     * then its subjects have ids.
     *
     * @param patience until when to wait for the ids of all subjects; those that have none then are left out
     */
    public Optional<StoryFacts> of(String storyId, Instant patience) throws InterruptedException {
        Optional<Story> story = told(storyId);
        while (story.isPresent() && unnamed(story.get()) && Instant.now().isBefore(patience)) {
            Thread.sleep(PAUSE);
            story = told(storyId);
        }
        List<CoverageSource> sources = story.isPresent() ? sources(storyId) : List.of();
        return story.map(found -> new StoryFacts(
                sources.stream().map(source -> source.getSource().getId()).collect(Collectors.toSet()),
                sources.stream().map(source -> source.getSource().getCountry()).collect(Collectors.toSet()),
                found.getDetails().getSubjectsList().stream()
                        .map(Subject::getSubjectId)
                        .collect(Collectors.toSet())));
    }

    private Optional<Story> told(String storyId) {
        var request = GetStoryRequest.newBuilder().setStoryId(storyId).build();
        return calls.find(stories, stub -> stub.getStory(request).getStory());
    }

    private List<CoverageSource> sources(String storyId) {
        var request = GetCoverageRequest.newBuilder()
                .setStoryId(storyId)
                .setBasis(CoverageBasis.COVERAGE_BASIS_ALL)
                .build();
        return calls.find(
                        stories, stub -> stub.getCoverage(request).getCoverage().getSourcesList())
                .orElse(List.of());
    }

    private static boolean unnamed(Story story) {
        return story.getDetails().getSubjectsList().stream()
                .anyMatch(subject -> subject.getSubjectId().isEmpty());
    }
}
