package news.parallax.catalog.reader;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.search.SubjectRepository;
import news.parallax.catalog.source.OwnerRepository;
import news.parallax.catalog.source.SourceRepository;

/** Lets readers follow and mute. To be called in a transaction. */
@Singleton
class Marks {
    private final ReaderRepository readers;
    private final MarkRepository marks;
    private final SourceRepository sources;
    private final SubjectRepository subjects;
    private final OwnerRepository owners;
    private final CatalogConfig.Reader config;
    private final InstantSource clock;

    Marks(
            ReaderRepository readers,
            MarkRepository marks,
            SourceRepository sources,
            SubjectRepository subjects,
            OwnerRepository owners,
            CatalogConfig config,
            InstantSource clock) {
        this.readers = readers;
        this.marks = marks;
        this.sources = sources;
        this.subjects = subjects;
        this.owners = owners;
        this.config = config.reader();
        this.clock = clock;
    }

    /** Returns the mark that is there now, made before or by this call. */
    MarkEntity create(String readerId, MarkEntity.Kind kind, TargetKey target) {
        readers.requireLocked(readerId);
        MarkEntity mark = mark(readerId, kind, target.kind(), requireId(target));
        return marks.findByIdOptional(mark.key()).orElseGet(() -> {
            OneMore.of(kind.tooMany, marks.count(readerId, kind), limit(kind));
            mark.createTime = clock.instant().truncatedTo(ChronoUnit.MICROS);
            marks.persist(mark);
            return mark;
        });
    }

    void delete(String readerId, MarkEntity.Kind kind, TargetKey target) {
        readers.requireLocked(readerId);
        marks.deleteById(mark(readerId, kind, target.kind(), knownId(target)).key());
    }

    private int limit(MarkEntity.Kind kind) {
        return switch (kind) {
            case FOLLOW -> config.followsMax();
            case MUTE -> config.mutesMax();
        };
    }

    private String requireId(TargetKey target) {
        return switch (target.kind()) {
            case SOURCE -> sources.requireHeld(target.id()).id;
            case SUBJECT -> subjects.require(target.id()).id;
            case OWNER -> owners.require(target.id()).id;
        };
    }

    /** Returns the id under which a target was marked, even if there is no such source any more. */
    private String knownId(TargetKey target) {
        return target.kind() == TargetKey.Kind.SOURCE ? sources.idOf(target.id()) : target.id();
    }

    private static MarkEntity mark(String readerId, MarkEntity.Kind kind, TargetKey.Kind targetKind, String id) {
        var mark = new MarkEntity();
        mark.readerId = readerId;
        mark.kind = kind;
        mark.targetKind = targetKind;
        mark.targetId = id;
        return mark;
    }
}
