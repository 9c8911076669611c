package news.parallax.catalog.reader;

import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.reader.Lists.ANYBODY;
import static news.parallax.catalog.reader.Lists.about;
import static news.parallax.catalog.reader.Lists.found;
import static news.parallax.catalog.reader.Lists.suggestions;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.search.Indexed;
import news.parallax.catalog.v1.DeleteFollowRequest;
import news.parallax.catalog.v1.ListFollowsRequest;
import news.parallax.catalog.v1.MarkedTarget;
import news.parallax.catalog.v1.StoryFilter;
import news.parallax.catalog.v1.UpdateStoryRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class FollowsTest {
    private static final StoryFilter.Builder FOLLOWED = StoryFilter.newBuilder().setFollowedOnly(true);

    @Test
    void theStoriesOfAllThatIsFollowedAreFoundButForMutedOnes() {
        importSources(source("followed.example"), source("passed.example"));
        String ofTheSource = storyId("follows source");
        String ofTheSubject = storyId("follows subject");
        String neither = storyId("follows neither");
        record(
                record(ofTheSource, "https://followed.example/a"),
                record(ofTheSubject, "https://passed.example/a"),
                record(neither, "https://passed.example/b"));
        stories()
                .updateStory(UpdateStoryRequest.newBuilder()
                        .setStory(digest(ofTheSubject, "https://passed.example/a").toBuilder()
                                .setDetails(about("https://passed.example/a", "Followbrook")))
                        .build());
        Indexed.await();
        SomeReader reader = SomeReader.add("follows");
        assertThat(found(reader.id(), FOLLOWED)).isEmpty();
        String subject = suggestions(ANYBODY, "followbrook").getFirst();
        reader.follow(SomeReader.source("followed.example"));
        reader.follow(SomeReader.subject(subject));

        assertThat(found(reader.id(), FOLLOWED)).containsExactlyInAnyOrder(ofTheSource, ofTheSubject);
        reader.mute(SomeReader.subject(subject));
        assertThat(found(reader.id(), FOLLOWED)).containsExactly(ofTheSource);
        unfollow(reader, "followed.example");
        assertThat(found(reader.id(), FOLLOWED)).isEmpty();
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> found(ANYBODY, FOLLOWED))
                        .getReason())
                .isEqualTo("READER_REQUIRED");
    }

    @Test
    void followsAreListedLatestFirstAndAtMostSoMany() {
        importSources(source("follow1.example"), source("follow2.example"), source("follow3.example"));
        importSources(source("follow4.example"));
        SomeReader reader = SomeReader.add("follows-lists");
        reader.follow(SomeReader.source("follow1.example"));
        reader.follow(SomeReader.source("follow2.example"));
        reader.follow(SomeReader.source("follow1.example"));
        reader.follow(SomeReader.source("follow3.example"));

        assertThat(follows(reader))
                .extracting(follow -> follow.getTarget().getSourceId())
                .containsExactly("follow3.example", "follow2.example", "follow1.example");
        assertThat(refusal(Code.RESOURCE_EXHAUSTED, () -> reader.follow(SomeReader.source("follow4.example")))
                        .getReason())
                .isEqualTo("TOO_MANY_FOLLOWS");
        unfollow(reader, "follow2.example");
        reader.follow(SomeReader.source("follow4.example"));
        assertThat(follows(reader).getFirst().getSource().getName()).isEqualTo("The follow4.example");
    }

    @Test
    void onlyWhatCanBeFollowedIs() {
        SomeReader reader = SomeReader.add("follows-nothing");
        assertThat(refusal(Code.NOT_FOUND, () -> reader.follow(SomeReader.source("nowhere-followed.example")))
                        .getReason())
                .isEqualTo("SOURCE_NOT_FOUND");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> reader.follow(SomeReader.owner("somebody")))
                        .getReason())
                .isEqualTo("TARGET_INVALID");
        assertThat(follows(reader)).isEmpty();
    }

    private static void unfollow(SomeReader reader, String sourceId) {
        readers()
                .deleteFollow(DeleteFollowRequest.newBuilder()
                        .setReaderId(reader.id())
                        .setTarget(SomeReader.source(sourceId))
                        .build());
    }

    private static List<MarkedTarget> follows(SomeReader reader) {
        return readers()
                .listFollows(
                        ListFollowsRequest.newBuilder().setReaderId(reader.id()).build())
                .getFollowsList();
    }
}
