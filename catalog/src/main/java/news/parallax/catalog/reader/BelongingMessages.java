package news.parallax.catalog.reader;

import com.google.protobuf.Timestamp;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.coverage.CoverageSide;
import news.parallax.catalog.coverage.Percents;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.reader.ReadingRepository.Line;
import news.parallax.catalog.reader.ReadingRepository.Period;
import news.parallax.catalog.reader.ReadingRepository.SourceCount;
import news.parallax.catalog.search.SearchMessages;
import news.parallax.catalog.search.SubjectEntity;
import news.parallax.catalog.search.SubjectRepository;
import news.parallax.catalog.source.OwnerEntity;
import news.parallax.catalog.source.OwnerRepository;
import news.parallax.catalog.source.ScaleMessages;
import news.parallax.catalog.source.SourceEntity;
import news.parallax.catalog.source.SourceMessages;
import news.parallax.catalog.source.SourceRepository;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.MarkedTarget;
import news.parallax.catalog.v1.RatingOverride;
import news.parallax.catalog.v1.ReadSource;
import news.parallax.catalog.v1.Reading;
import news.parallax.catalog.v1.ReadingBalance;
import news.parallax.catalog.v1.Target;

/** What belongs to readers on the wire, with what it is in the catalog now. */
@Singleton
class BelongingMessages {
    private static final int BALANCE_SOURCES_LIMIT = 200;

    private final SourceRepository sources;
    private final SubjectRepository subjects;
    private final OwnerRepository owners;

    BelongingMessages(SourceRepository sources, SubjectRepository subjects, OwnerRepository owners) {
        this.sources = sources;
        this.subjects = subjects;
        this.owners = owners;
    }

    /** Returns what is to be followed or muted; TARGET_REQUIRED if nothing is named. */
    static TargetKey toKey(Target target, TargetKey.Kind... kinds) {
        TargetKey named = switch (target.getTargetCase()) {
            case SOURCE_ID -> new TargetKey(TargetKey.Kind.SOURCE, target.getSourceId());
            case SUBJECT_ID -> new TargetKey(TargetKey.Kind.SUBJECT, target.getSubjectId());
            case OWNER_ID -> new TargetKey(TargetKey.Kind.OWNER, target.getOwnerId());
            case TARGET_NOT_SET -> throw new Invalid("TARGET_REQUIRED", "There is no target", Map.of());
        };
        if (!List.of(kinds).contains(named.kind())) {
            throw new Invalid(
                    "TARGET_INVALID",
                    "A target of the kind %s cannot be named here".formatted(named.kind()),
                    Map.of("kind", named.kind().name()));
        }
        return named;
    }

    List<MarkedTarget> toProto(List<MarkEntity> marks) {
        Map<String, SourceEntity> sourceRows = sources.byIds(ids(marks, TargetKey.Kind.SOURCE));
        Map<String, SubjectEntity> subjectRows = subjects.byIds(ids(marks, TargetKey.Kind.SUBJECT));
        Map<String, OwnerEntity> ownerRows = owners.byIds(ids(marks, TargetKey.Kind.OWNER));
        return marks.stream()
                .map(mark -> {
                    var message = MarkedTarget.newBuilder().setCreateTime(TimeMessages.toProto(mark.createTime));
                    switch (mark.targetKind) {
                        case SOURCE -> {
                            message.getTargetBuilder().setSourceId(mark.targetId);
                            found(sourceRows, mark).map(SourceMessages::toProto).ifPresent(message::setSource);
                        }
                        case SUBJECT -> {
                            message.getTargetBuilder().setSubjectId(mark.targetId);
                            found(subjectRows, mark)
                                    .map(SearchMessages::toProto)
                                    .ifPresent(message::setSubject);
                        }
                        case OWNER -> {
                            message.getTargetBuilder().setOwnerId(mark.targetId);
                            found(ownerRows, mark).map(SourceMessages::toProto).ifPresent(message::setOwner);
                        }
                    }
                    return message.build();
                })
                .toList();
    }

    private static List<String> ids(List<MarkEntity> marks, TargetKey.Kind kind) {
        return marks.stream()
                .filter(mark -> mark.targetKind == kind)
                .map(mark -> mark.targetId)
                .toList();
    }

    private static <T> Optional<T> found(Map<String, T> rows, MarkEntity mark) {
        return Optional.ofNullable(rows.get(mark.targetId));
    }

    /** Returns the bias; BIAS_INVALID if it is not known. */
    static BiasStep toStep(Bias bias) {
        return ScaleMessages.toStep(bias)
                .orElseThrow(() -> new Invalid(
                        "BIAS_INVALID", "bias=%s is no bias".formatted(bias), Map.of("bias", bias.toString())));
    }

    List<RatingOverride> toOverrides(List<RatingOverrideEntity> rows) {
        Map<String, SourceEntity> known =
                sources.byIds(rows.stream().map(row -> row.sourceId).toList());
        return rows.stream()
                .map(row -> {
                    var message = RatingOverride.newBuilder()
                            .setSourceId(row.sourceId)
                            .setBias(ScaleMessages.toProto(row.bias))
                            .setSetTime(TimeMessages.toProto(row.setTime));
                    Optional.ofNullable(known.get(row.sourceId))
                            .map(SourceMessages::toProto)
                            .ifPresent(message::setSource);
                    return message.build();
                })
                .toList();
    }

    static Reading toProto(Line line) {
        var message = Reading.newBuilder()
                .setStoryId(line.storyId())
                .setStoryTitle(line.storyTitle())
                .setReadTime(TimeMessages.toProto(line.reading().readTime));
        if (line.reading().ofArticle()) {
            message.setArticleId(line.reading().itemId).setSourceId(line.reading().sourceId);
            Optional.ofNullable(line.articleTitle()).ifPresent(message::setArticleTitle);
        }
        return message.build();
    }

    static ReadingBalance toProto(Readings.Balance balance) {
        Percents percents = balance.percents();
        return ReadingBalance.newBuilder()
                .setArticleCount(balance.articles())
                .setStoryCount(balance.stories())
                .setLeft(balance.on(CoverageSide.LEFT))
                .setCenter(balance.on(CoverageSide.CENTER))
                .setRight(balance.on(CoverageSide.RIGHT))
                .setUnrated(balance.unrated())
                .setLeftPercent(percents.left())
                .setCenterPercent(percents.center())
                .setRightPercent(percents.right())
                .addAllSources(balance.sources().stream()
                        .limit(BALANCE_SOURCES_LIMIT)
                        .map(BelongingMessages::toProto)
                        .toList())
                .build();
    }

    private static ReadSource toProto(SourceCount source) {
        return ReadSource.newBuilder()
                .setSourceId(source.sourceId())
                .setSourceName(source.name())
                .setBias(ScaleMessages.toProto(source.bias()))
                .setArticleCount(source.articles())
                .build();
    }

    static Period toPeriod(boolean hasFrom, Timestamp from, boolean hasTo, Timestamp to) {
        return new Period(
                hasFrom ? Optional.of(TimeMessages.toInstant(from)) : Optional.empty(),
                hasTo ? Optional.of(TimeMessages.toInstant(to)) : Optional.empty());
    }
}
