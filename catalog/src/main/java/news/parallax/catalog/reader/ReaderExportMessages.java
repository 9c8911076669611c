package news.parallax.catalog.reader;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.reader.SavedStoryRepository.Saved;
import news.parallax.catalog.story.StoryEntity;
import news.parallax.catalog.story.StoryRepository;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.MarkedTarget;
import news.parallax.catalog.v1.ReaderRecord;
import news.parallax.catalog.v1.SavedStory;
import news.parallax.catalog.v1.Story;

/** Everything that is known of a reader, on the wire. */
@Singleton
class ReaderExportMessages {
    private final ReaderRepository readers;
    private final ApiKeyRepository keys;
    private final MarkRepository marks;
    private final SavedStoryRepository saved;
    private final RatingOverrideRepository overrides;
    private final ReadingRepository readings;
    private final StoryRepository stories;
    private final BelongingMessages messages;
    private final List<ReaderRecordMessages> others;

    ReaderExportMessages(
            ReaderRepository readers,
            ApiKeyRepository keys,
            MarkRepository marks,
            SavedStoryRepository saved,
            RatingOverrideRepository overrides,
            ReadingRepository readings,
            StoryRepository stories,
            BelongingMessages messages,
            @All List<ReaderRecordMessages> others) {
        this.readers = readers;
        this.keys = keys;
        this.marks = marks;
        this.saved = saved;
        this.overrides = overrides;
        this.readings = readings;
        this.stories = stories;
        this.messages = messages;
        this.others = others;
    }

    /** Returns a record for each thing that is known; as much as the limits of a reader allow. */
    List<ReaderRecord> of(String readerId) {
        ReaderEntity reader = readers.require(readerId);
        var record = ReaderRecord.newBuilder();
        return Stream.of(
                        Stream.of(record.clone()
                                .setReader(ReaderMessages.toProto(reader))
                                .build()),
                        PageRequest.all(2, page -> keys.page(page, reader))
                                .map(key -> record.clone()
                                        .setApiKey(ReaderMessages.toProto(key))
                                        .build()),
                        marked(readerId, MarkEntity.Kind.FOLLOW)
                                .map(follow -> record.clone().setFollow(follow).build()),
                        marked(readerId, MarkEntity.Kind.MUTE)
                                .map(mute -> record.clone().setMute(mute).build()),
                        saved(readerId)
                                .map(story ->
                                        record.clone().setSavedStory(story).build()),
                        messages
                                .toOverrides(PageRequest.all(1, page -> overrides.page(page, readerId))
                                        .toList())
                                .stream()
                                .map(override -> record.clone()
                                        .setRatingOverride(override)
                                        .build()),
                        PageRequest.all(2, page -> readings.page(page, readerId))
                                .map(line -> record.clone()
                                        .setReading(BelongingMessages.toProto(line))
                                        .build()),
                        others.stream().flatMap(other -> other.of(reader)))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<MarkedTarget> marked(String readerId, MarkEntity.Kind kind) {
        return messages
                .toProto(PageRequest.all(2, page -> marks.page(page, readerId, kind))
                        .toList())
                .stream();
    }

    private Stream<SavedStory> saved(String readerId) {
        List<Saved> all = PageRequest.all(2, page -> saved.page(page, readerId)).toList();
        Map<String, StoryEntity> rows =
                stories.byIds(all.stream().map(Saved::storyId).toList());
        return all.stream()
                .map(item -> SavedStory.newBuilder()
                        .setStory(Story.newBuilder()
                                .setId(item.storyId())
                                .setTitle(Objects.requireNonNull(rows.get(item.storyId())).title))
                        .setSaveTime(TimeMessages.toProto(item.saveTime()))
                        .build());
    }
}
