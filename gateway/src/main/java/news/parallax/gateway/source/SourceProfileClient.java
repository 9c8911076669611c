package news.parallax.gateway.source;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.v1.GetSourceProfileRequest;
import news.parallax.catalog.v1.GetSourceProfileResponse;
import news.parallax.catalog.v1.SourceServiceGrpc.SourceServiceBlockingStub;
import news.parallax.catalog.v1.SubjectCount;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.source.SourceProfileView.CompanyView;
import news.parallax.gateway.source.SourceProfileView.CountedSubjectView;
import news.parallax.gateway.subject.SubjectMessages;

/** Asks the catalog what outlets cover and leave out; subjects that the reader muted are left out. */
@Singleton
class SourceProfileClient {
    private final SourceServiceBlockingStub sources;
    private final CatalogCalls calls;
    private final Visit visit;

    SourceProfileClient(@GrpcClient("catalog") SourceServiceBlockingStub sources, CatalogCalls calls, Visit visit) {
        this.sources = sources;
        this.calls = calls;
        this.visit = visit;
    }

    /** Returns the profile of the last thirty days. */
    SourceProfileView get(String sourceId) {
        var request = GetSourceProfileRequest.newBuilder()
                .setSourceId(sourceId)
                .setReaderId(visit.reader().id())
                .build();
        GetSourceProfileResponse profile = calls.read(sources, stub -> stub.getSourceProfile(request));
        return new SourceProfileView(
                profile.getSourceId(),
                Instant.ofEpochSecond(profile.getFromTime().getSeconds()),
                profile.getStoryCount(),
                profile.getStoryCountCut(),
                profile.getAloneStoryCount(),
                profile.getGapStoryCount(),
                new CompanyView(
                        profile.getLeftCompanyCount(),
                        profile.getCenterCompanyCount(),
                        profile.getRightCompanyCount(),
                        profile.getUnratedCompanyCount()),
                toView(profile.getSubjectsList()),
                profile.getPeerCountry(),
                profile.getPeerLanguage(),
                profile.getPeerStoryCount(),
                toView(profile.getLeftOutSubjectsList()),
                Map.of());
    }

    private static List<CountedSubjectView> toView(List<SubjectCount> subjects) {
        return subjects.stream()
                .map(count -> new CountedSubjectView(SubjectMessages.toView(count.getSubject()), count.getStoryCount()))
                .toList();
    }
}
