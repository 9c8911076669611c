package news.parallax.catalog.reader;

import static news.parallax.catalog.CatalogService.readers;

import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.CreateFollowRequest;
import news.parallax.catalog.v1.CreateMuteRequest;
import news.parallax.catalog.v1.DeleteMuteRequest;
import news.parallax.catalog.v1.ExportReaderRequest;
import news.parallax.catalog.v1.GetReadingBalanceRequest;
import news.parallax.catalog.v1.ListReadingsRequest;
import news.parallax.catalog.v1.ListSavedStoriesRequest;
import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.RatingOverride;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.ReaderRecord;
import news.parallax.catalog.v1.Reading;
import news.parallax.catalog.v1.ReadingBalance;
import news.parallax.catalog.v1.RecordReadingRequest;
import news.parallax.catalog.v1.SaveStoryRequest;
import news.parallax.catalog.v1.SavedStory;
import news.parallax.catalog.v1.Target;
import news.parallax.catalog.v1.UpdateRatingOverrideRequest;
import news.parallax.catalog.v1.UpdateReaderRequest;

/** A reader of the running catalog, and what they do. */
record SomeReader(String id) {
    static SomeReader add(String id) {
        readers()
                .updateReader(UpdateReaderRequest.newBuilder()
                        .setReader(Reader.newBuilder()
                                .setId(id)
                                .setName("Reader " + id)
                                .setPlan(Plan.PLAN_FREE))
                        .build());
        return new SomeReader(id);
    }

    static Target source(String id) {
        return Target.newBuilder().setSourceId(id).build();
    }

    static Target subject(String id) {
        return Target.newBuilder().setSubjectId(id).build();
    }

    static Target owner(String id) {
        return Target.newBuilder().setOwnerId(id).build();
    }

    void follow(Target target) {
        readers()
                .createFollow(CreateFollowRequest.newBuilder()
                        .setReaderId(id)
                        .setTarget(target)
                        .build());
    }

    void mute(Target target) {
        readers()
                .createMute(CreateMuteRequest.newBuilder()
                        .setReaderId(id)
                        .setTarget(target)
                        .build());
    }

    void unmute(Target target) {
        readers()
                .deleteMute(DeleteMuteRequest.newBuilder()
                        .setReaderId(id)
                        .setTarget(target)
                        .build());
    }

    void rate(String sourceId, Bias bias) {
        readers()
                .updateRatingOverride(UpdateRatingOverrideRequest.newBuilder()
                        .setReaderId(id)
                        .setRatingOverride(RatingOverride.newBuilder()
                                .setSourceId(sourceId)
                                .setBias(bias))
                        .build());
    }

    void save(String storyId) {
        readers()
                .saveStory(SaveStoryRequest.newBuilder()
                        .setReaderId(id)
                        .setStoryId(storyId)
                        .build());
    }

    List<SavedStory> saved() {
        return readers()
                .listSavedStories(
                        ListSavedStoriesRequest.newBuilder().setReaderId(id).build())
                .getSavedStoriesList();
    }

    List<String> savedIds() {
        return saved().stream().map(saved -> saved.getStory().getId()).toList();
    }

    void readStory(String storyId) {
        readers()
                .recordReading(RecordReadingRequest.newBuilder()
                        .setReaderId(id)
                        .setStoryId(storyId)
                        .build());
    }

    void readArticle(String articleId) {
        readers()
                .recordReading(RecordReadingRequest.newBuilder()
                        .setReaderId(id)
                        .setArticleId(articleId)
                        .build());
    }

    List<Reading> history() {
        return readers()
                .listReadings(ListReadingsRequest.newBuilder().setReaderId(id).build())
                .getReadingsList();
    }

    ReadingBalance balance() {
        return readers()
                .getReadingBalance(
                        GetReadingBalanceRequest.newBuilder().setReaderId(id).build())
                .getBalance();
    }

    List<ReaderRecord> export() {
        var records = readers()
                .exportReader(ExportReaderRequest.newBuilder().setReaderId(id).build());
        List<ReaderRecord> all = new ArrayList<>();
        records.forEachRemaining(response -> all.add(response.getRecord()));
        return all;
    }
}
