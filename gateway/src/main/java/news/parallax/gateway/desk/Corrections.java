package news.parallax.gateway.desk;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Does what operators ask for, by a form or by a program; everything is kept in the audit trail, refusals too. */
@Singleton
class Corrections {
    private static final int STORY_ID_BYTES = 10;
    private static final int TARGET_LENGTH = 200;

    private final CorrectionClient client;
    private final ImportClient imports;
    private final AuditTrail trail;
    private final SecureRandom random = new SecureRandom();

    Corrections(CorrectionClient client, ImportClient imports, AuditTrail trail) {
        this.client = client;
        this.imports = imports;
        this.trail = trail;
    }

    /** Makes stories part of another one. */
    void merge(Actor actor, Correction merge) {
        Deed deed = deed("STORIES_MERGED", merge.storyId(), merge.detail(), actor);
        trail.keep(
                actor.operator(),
                deed,
                () -> client.merge(merge.storyId(), merge.ids(), merge.reason(), actor.editor()));
    }

    /** Makes a story of articles of another one; returns its id. */
    String split(Actor actor, Correction split) {
        String newStory = newStoryId();
        Deed deed = deed("STORY_SPLIT", split.storyId(), newStory + " " + split.detail(), actor);
        trail.keep(
                actor.operator(),
                deed,
                () -> client.split(split.storyId(), newStory, split.ids(), split.reason(), actor.editor()));
        return newStory;
    }

    /** Puts articles into a story. */
    void move(Actor actor, Correction move) {
        Deed deed = deed("ARTICLES_MOVED", move.storyId(), move.detail(), actor);
        trail.keep(
                actor.operator(), deed, () -> client.move(move.storyId(), move.ids(), move.reason(), actor.editor()));
    }

    /** Takes back a merge, split or move. */
    void undo(Actor actor, String eventId, String reason) {
        Deed deed = deed("STORY_EVENT_UNDONE", eventId, reason, actor);
        trail.keep(actor.operator(), deed, () -> client.undo(eventId, reason, actor.editor()));
    }

    /** Sends a table to the catalog's importers, or only has it tried; returns what became of the rows, by kind. */
    List<ImportedView> send(Actor actor, ImportFormat format, String rows, boolean dryRun) {
        List<ImportedView> report = new ArrayList<>();
        Deed deed = deed(dryRun ? "IMPORT_TRIED" : "CATALOG_IMPORTED", format.key(), "", actor);
        trail.keep(actor.operator(), deed, () -> report.addAll(imports.send(format, rows, dryRun)));
        return report;
    }

    private String newStoryId() {
        byte[] id = new byte[STORY_ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static Deed deed(String action, String target, String detail, Actor actor) {
        return new Deed(
                action, target.substring(0, Math.min(TARGET_LENGTH, target.length())), detail.strip(), actor.address());
    }
}
