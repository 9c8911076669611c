package news.parallax.catalog.source;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.source.SourceProfileRepository.Company;
import news.parallax.catalog.source.SourceProfileRepository.Counted;
import news.parallax.catalog.source.SourceProfileRepository.Peers;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.GetSourceProfileRequest;
import news.parallax.catalog.v1.GetSourceProfileResponse;
import news.parallax.catalog.v1.SubjectCount;
import news.parallax.catalog.v1.SubjectKind;
import news.parallax.catalog.v1.SubjectRecord;
import news.parallax.catalog.viewer.Viewer;
import news.parallax.catalog.viewer.ViewerRepository;

/** What sources cover and leave out. */
@Singleton
class SourceProfileEndpoint {
    private static final int DAYS_DEFAULT = 30;
    private static final int DAYS_MAX = 366;

    private final Calls calls;
    private final SourceRepository sources;
    private final SourceProfileRepository profiles;
    private final ViewerRepository viewers;
    private final InstantSource clock;

    SourceProfileEndpoint(
            Calls calls,
            SourceRepository sources,
            SourceProfileRepository profiles,
            ViewerRepository viewers,
            InstantSource clock) {
        this.calls = calls;
        this.sources = sources;
        this.profiles = profiles;
        this.viewers = viewers;
        this.clock = clock;
    }

    Uni<GetSourceProfileResponse> getSourceProfile(GetSourceProfileRequest request) {
        return calls.runInTransaction(() -> {
            sources.readAsOfNow();
            Instant from = clock.instant().truncatedTo(ChronoUnit.MICROS).minus(Duration.ofDays(days(request)));
            Viewer viewer = viewers.of(request.getReaderId());
            SourceEntity source = sources.require(request.getSourceId());
            var profile = GetSourceProfileResponse.newBuilder()
                    .setSourceId(source.id)
                    .setFromTime(TimeMessages.toProto(from));
            addOwn(profile, source, from, viewer);
            addPeers(profile, source, from, viewer);
            return profile.build();
        });
    }

    private void addOwn(GetSourceProfileResponse.Builder profile, SourceEntity source, Instant from, Viewer viewer) {
        Company company = profiles.company(source.id, from, viewer);
        profile.setStoryCount(company.stories())
                .setStoryCountCut(profiles.stories(source.id, from) > SourceProfileRepository.STORIES_MAX)
                .setGapStoryCount(company.gaps())
                .setAloneStoryCount(company.alone())
                .setLeftCompanyCount(company.left())
                .setCenterCompanyCount(company.center())
                .setRightCompanyCount(company.right())
                .setUnratedCompanyCount(company.unrated())
                .addAllSubjects(toProto(profiles.subjects(source.id, from, viewer)));
    }

    private void addPeers(GetSourceProfileResponse.Builder profile, SourceEntity source, Instant from, Viewer viewer) {
        String language = source.language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        var peers = new Peers(source.id, source.country, language);
        if (peers.known()) {
            int stories = profiles.peerStories(peers, from);
            profile.setPeerCountry(peers.country())
                    .setPeerLanguage(peers.language())
                    .setPeerStoryCount(Math.min(stories, SourceProfileRepository.STORIES_MAX))
                    .setPeerStoryCountCut(stories > SourceProfileRepository.STORIES_MAX)
                    .addAllLeftOutSubjects(toProto(profiles.leftOut(peers, from, viewer)));
        }
    }

    private static int days(GetSourceProfileRequest request) {
        int days = request.getDayCount();
        if (days < 0 || days > DAYS_MAX) {
            throw new Invalid(
                    "DAY_COUNT_INVALID",
                    "day_count is %d, not 0 to %d".formatted(days, DAYS_MAX),
                    Map.of("day_count", String.valueOf(days), "limit", String.valueOf(DAYS_MAX)));
        }
        return days == 0 ? DAYS_DEFAULT : days;
    }

    private static List<SubjectCount> toProto(List<Counted> subjects) {
        return subjects.stream()
                .map(subject -> SubjectCount.newBuilder()
                        .setSubject(SubjectRecord.newBuilder()
                                .setId(subject.id())
                                .setKind(SubjectKind.valueOf("SUBJECT_KIND_" + subject.kind()))
                                .setName(subject.name())
                                .setCountry(subject.country())
                                .setStoryCount(subject.storiesInAll()))
                        .setStoryCount(subject.stories())
                        .build())
                .toList();
    }
}
