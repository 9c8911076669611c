package news.parallax.catalog.reader;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import news.parallax.catalog.v1.AuthenticateReaderRequest;
import news.parallax.catalog.v1.AuthenticateReaderResponse;
import news.parallax.catalog.v1.ChangePasswordRequest;
import news.parallax.catalog.v1.ChangePasswordResponse;
import news.parallax.catalog.v1.CreateApiKeyRequest;
import news.parallax.catalog.v1.CreateApiKeyResponse;
import news.parallax.catalog.v1.CreateFollowRequest;
import news.parallax.catalog.v1.CreateFollowResponse;
import news.parallax.catalog.v1.CreateMuteRequest;
import news.parallax.catalog.v1.CreateMuteResponse;
import news.parallax.catalog.v1.CreateReaderRequest;
import news.parallax.catalog.v1.CreateReaderResponse;
import news.parallax.catalog.v1.DeleteFollowRequest;
import news.parallax.catalog.v1.DeleteFollowResponse;
import news.parallax.catalog.v1.DeleteMuteRequest;
import news.parallax.catalog.v1.DeleteMuteResponse;
import news.parallax.catalog.v1.DeleteRatingOverrideRequest;
import news.parallax.catalog.v1.DeleteRatingOverrideResponse;
import news.parallax.catalog.v1.DeleteReaderRequest;
import news.parallax.catalog.v1.DeleteReaderResponse;
import news.parallax.catalog.v1.DeleteReadingsRequest;
import news.parallax.catalog.v1.DeleteReadingsResponse;
import news.parallax.catalog.v1.ExportReaderRequest;
import news.parallax.catalog.v1.ExportReaderResponse;
import news.parallax.catalog.v1.GetReaderRequest;
import news.parallax.catalog.v1.GetReaderResponse;
import news.parallax.catalog.v1.GetReadingBalanceRequest;
import news.parallax.catalog.v1.GetReadingBalanceResponse;
import news.parallax.catalog.v1.ListApiKeysRequest;
import news.parallax.catalog.v1.ListApiKeysResponse;
import news.parallax.catalog.v1.ListFollowsRequest;
import news.parallax.catalog.v1.ListFollowsResponse;
import news.parallax.catalog.v1.ListMutesRequest;
import news.parallax.catalog.v1.ListMutesResponse;
import news.parallax.catalog.v1.ListRatingOverridesRequest;
import news.parallax.catalog.v1.ListRatingOverridesResponse;
import news.parallax.catalog.v1.ListReadersRequest;
import news.parallax.catalog.v1.ListReadersResponse;
import news.parallax.catalog.v1.ListReadingsRequest;
import news.parallax.catalog.v1.ListReadingsResponse;
import news.parallax.catalog.v1.ListSavedStoriesRequest;
import news.parallax.catalog.v1.ListSavedStoriesResponse;
import news.parallax.catalog.v1.LookupReaderRequest;
import news.parallax.catalog.v1.LookupReaderResponse;
import news.parallax.catalog.v1.ReaderService;
import news.parallax.catalog.v1.RecordReadingRequest;
import news.parallax.catalog.v1.RecordReadingResponse;
import news.parallax.catalog.v1.RevokeApiKeyRequest;
import news.parallax.catalog.v1.RevokeApiKeyResponse;
import news.parallax.catalog.v1.SaveStoryRequest;
import news.parallax.catalog.v1.SaveStoryResponse;
import news.parallax.catalog.v1.SetPlanRequest;
import news.parallax.catalog.v1.SetPlanResponse;
import news.parallax.catalog.v1.UnsaveStoryRequest;
import news.parallax.catalog.v1.UnsaveStoryResponse;
import news.parallax.catalog.v1.UpdatePreferencesRequest;
import news.parallax.catalog.v1.UpdatePreferencesResponse;
import news.parallax.catalog.v1.UpdateRatingOverrideRequest;
import news.parallax.catalog.v1.UpdateRatingOverrideResponse;
import news.parallax.catalog.v1.UpdateReaderRequest;
import news.parallax.catalog.v1.UpdateReaderResponse;

/** Readers and what belongs to them, over gRPC: each call goes to the part that answers its kind. */
@GrpcService
public class ReaderEndpoint implements ReaderService {
    private final AccountEndpoint accounts;
    private final ApiKeyEndpoint keys;
    private final MarkEndpoint marks;
    private final SavedStoryEndpoint saved;
    private final RatingOverrideEndpoint overrides;
    private final ReadingEndpoint readings;

    ReaderEndpoint(
            AccountEndpoint accounts,
            ApiKeyEndpoint keys,
            MarkEndpoint marks,
            SavedStoryEndpoint saved,
            RatingOverrideEndpoint overrides,
            ReadingEndpoint readings) {
        this.accounts = accounts;
        this.keys = keys;
        this.marks = marks;
        this.saved = saved;
        this.overrides = overrides;
        this.readings = readings;
    }

    @Override
    public Uni<UpdateReaderResponse> updateReader(UpdateReaderRequest request) {
        return accounts.updateReader(request);
    }

    @Override
    public Uni<LookupReaderResponse> lookupReader(LookupReaderRequest request) {
        return keys.lookupReader(request);
    }

    @Override
    public Uni<CreateReaderResponse> createReader(CreateReaderRequest request) {
        return accounts.createReader(request);
    }

    @Override
    public Uni<AuthenticateReaderResponse> authenticateReader(AuthenticateReaderRequest request) {
        return accounts.authenticateReader(request);
    }

    @Override
    public Uni<ChangePasswordResponse> changePassword(ChangePasswordRequest request) {
        return accounts.changePassword(request);
    }

    @Override
    public Uni<GetReaderResponse> getReader(GetReaderRequest request) {
        return accounts.getReader(request);
    }

    @Override
    public Uni<ListReadersResponse> listReaders(ListReadersRequest request) {
        return accounts.listReaders(request);
    }

    @Override
    public Uni<UpdatePreferencesResponse> updatePreferences(UpdatePreferencesRequest request) {
        return accounts.updatePreferences(request);
    }

    @Override
    public Uni<SetPlanResponse> setPlan(SetPlanRequest request) {
        return accounts.setPlan(request);
    }

    @Override
    public Multi<ExportReaderResponse> exportReader(ExportReaderRequest request) {
        return accounts.exportReader(request);
    }

    @Override
    public Uni<DeleteReaderResponse> deleteReader(DeleteReaderRequest request) {
        return accounts.deleteReader(request);
    }

    @Override
    public Uni<CreateApiKeyResponse> createApiKey(CreateApiKeyRequest request) {
        return keys.createApiKey(request);
    }

    @Override
    public Uni<ListApiKeysResponse> listApiKeys(ListApiKeysRequest request) {
        return keys.listApiKeys(request);
    }

    @Override
    public Uni<RevokeApiKeyResponse> revokeApiKey(RevokeApiKeyRequest request) {
        return keys.revokeApiKey(request);
    }

    @Override
    public Uni<CreateFollowResponse> createFollow(CreateFollowRequest request) {
        return marks.createFollow(request);
    }

    @Override
    public Uni<DeleteFollowResponse> deleteFollow(DeleteFollowRequest request) {
        return marks.deleteFollow(request);
    }

    @Override
    public Uni<ListFollowsResponse> listFollows(ListFollowsRequest request) {
        return marks.listFollows(request);
    }

    @Override
    public Uni<CreateMuteResponse> createMute(CreateMuteRequest request) {
        return marks.createMute(request);
    }

    @Override
    public Uni<DeleteMuteResponse> deleteMute(DeleteMuteRequest request) {
        return marks.deleteMute(request);
    }

    @Override
    public Uni<ListMutesResponse> listMutes(ListMutesRequest request) {
        return marks.listMutes(request);
    }

    @Override
    public Uni<SaveStoryResponse> saveStory(SaveStoryRequest request) {
        return saved.saveStory(request);
    }

    @Override
    public Uni<UnsaveStoryResponse> unsaveStory(UnsaveStoryRequest request) {
        return saved.unsaveStory(request);
    }

    @Override
    public Uni<ListSavedStoriesResponse> listSavedStories(ListSavedStoriesRequest request) {
        return saved.listSavedStories(request);
    }

    @Override
    public Uni<UpdateRatingOverrideResponse> updateRatingOverride(UpdateRatingOverrideRequest request) {
        return overrides.updateRatingOverride(request);
    }

    @Override
    public Uni<DeleteRatingOverrideResponse> deleteRatingOverride(DeleteRatingOverrideRequest request) {
        return overrides.deleteRatingOverride(request);
    }

    @Override
    public Uni<ListRatingOverridesResponse> listRatingOverrides(ListRatingOverridesRequest request) {
        return overrides.listRatingOverrides(request);
    }

    @Override
    public Uni<RecordReadingResponse> recordReading(RecordReadingRequest request) {
        return readings.recordReading(request);
    }

    @Override
    public Uni<ListReadingsResponse> listReadings(ListReadingsRequest request) {
        return readings.listReadings(request);
    }

    @Override
    public Uni<DeleteReadingsResponse> deleteReadings(DeleteReadingsRequest request) {
        return readings.deleteReadings(request);
    }

    @Override
    public Uni<GetReadingBalanceResponse> getReadingBalance(GetReadingBalanceRequest request) {
        return readings.getReadingBalance(request);
    }
}
