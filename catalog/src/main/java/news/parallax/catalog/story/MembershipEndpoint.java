package news.parallax.catalog.story;

import static news.parallax.catalog.story.RecordLimits.checkSize;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.story.MembershipExplanations.Explained;
import news.parallax.catalog.v1.GetMembershipsRequest;
import news.parallax.catalog.v1.GetMembershipsResponse;
import news.parallax.catalog.v1.ListPlacementsRequest;
import news.parallax.catalog.v1.ListPlacementsResponse;
import news.parallax.catalog.v1.UpdateMembershipsRequest;
import news.parallax.catalog.v1.UpdateMembershipsResponse;

/** Tells and takes why articles are in their stories. */
@Singleton
class MembershipEndpoint {
    private static final int RECORDS_LIMIT = 500;
    private static final int MEMBERSHIPS_LIMIT = 200;

    private final Calls calls;
    private final MembershipExplanations explanations;
    private final MembershipUpdate membershipUpdate;
    private final MembershipRepository memberships;

    MembershipEndpoint(
            Calls calls,
            MembershipExplanations explanations,
            MembershipUpdate membershipUpdate,
            MembershipRepository memberships) {
        this.calls = calls;
        this.explanations = explanations;
        this.membershipUpdate = membershipUpdate;
        this.memberships = memberships;
    }

    Uni<GetMembershipsResponse> getMemberships(GetMembershipsRequest request) {
        return calls.runInTransaction(() -> {
            checkSize("article_ids", request.getArticleIdsCount(), MEMBERSHIPS_LIMIT);
            List<Explained> explained = explanations.of(request.getArticleIdsList());
            MembershipExplanations.Named named = explanations.namedBy(explained);
            return GetMembershipsResponse.newBuilder()
                    .addAllMemberships(explained.stream()
                            .map(one -> MembershipMessages.toProto(one, named))
                            .toList())
                    .build();
        });
    }

    Uni<UpdateMembershipsResponse> updateMemberships(UpdateMembershipsRequest request) {
        return calls.run(() -> {
            checkSize("memberships", request.getMembershipsCount(), RECORDS_LIMIT);
            List<MembershipUpdate.Receipt> receipts = membershipUpdate.update(request.getMembershipsList().stream()
                    .map(MembershipMessages::toDraft)
                    .toList());
            return UpdateMembershipsResponse.newBuilder()
                    .addAllReceipts(
                            receipts.stream().map(MembershipMessages::toProto).toList())
                    .build();
        });
    }

    Uni<ListPlacementsResponse> listPlacements(ListPlacementsRequest request) {
        return calls.runInTransaction(() -> {
            long after = StoryEventMessages.eventId(request);
            var pageRequest = PageRequest.of(request.getPageSize(), request.getPageToken(), 2, "placements", after);
            Page<MembershipEntity> page = memberships.placements(pageRequest, after);
            return ListPlacementsResponse.newBuilder()
                    .addAllPlacements(page.items().stream()
                            .map(StoryEventMessages::toPlacement)
                            .toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }
}
