package news.parallax.catalog.story;

import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.FieldMaskUtil.MergeOptions;
import com.google.protobuf.util.JsonFormat;
import com.google.protobuf.util.Timestamps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.v1.ReportTime;
import news.parallax.catalog.v1.Side;
import news.parallax.catalog.v1.SideComparison;
import news.parallax.catalog.v1.SideTelling;
import news.parallax.catalog.v1.SideTerm;
import news.parallax.catalog.v1.StoryDetails;
import news.parallax.catalog.v1.StoryDigest;

/**
 * Details of stories on the wire and in the database, which keeps the message in its JSON form: the catalog reads nothing
 * of it but the articles that it cites, so rows of our own would only be written to be copied.
 */
final class StoryDetailsMessages {
    /** Details that say nothing. */
    static final String NONE = "{}";

    private static final String FIELD = "details";

    /** Masks that name details or a part of them. */
    static final Set<String> PATHS =
            Set.of(FIELD, "details.comparison", "details.subjects", "details.first_report", "details.images");

    private static final List<Side> SIDES = List.of(Side.SIDE_LEFT, Side.SIDE_CENTER, Side.SIDE_RIGHT);
    private static final Pattern URL = Pattern.compile("https?://\\S{1,2040}");
    private static final int SUBJECTS_LIMIT = 30;
    private static final int IMAGES_LIMIT = 20;
    private static final int CONTENDERS_LIMIT = 5;
    private static final int TERMS_LIMIT = 10;
    private static final int POINTS_LIMIT = 3;
    private static final int VALUE_CHARACTERS = 200;

    /** PostgreSQL keeps no NUL; a backslash before the escape would make it plain text. */
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private static final MergeOptions REPLACE =
            new MergeOptions().setReplaceMessageFields(true).setReplaceRepeatedFields(true);

    private StoryDetailsMessages() {}

    /** Returns what a digest makes of stored details; nothing if it does not change them. An empty mask means all. */
    static Optional<StoryDigestDraft.DetailsChange> toChange(StoryDigest digest, FieldMask mask) {
        List<String> paths =
                mask.getPathsList().stream().filter(PATHS::contains).toList();
        boolean all = mask.getPathsCount() == 0 && digest.hasDetails();
        if (!all && paths.isEmpty()) {
            return Optional.empty();
        }
        new Limits(digest.getStoryId()).check(digest.getDetails());
        var changed =
                FieldMask.newBuilder().addAllPaths(all ? List.of(FIELD) : paths).build();
        return Optional.of(stored -> {
            var merged = StoryDigest.newBuilder().setDetails(parse(stored));
            FieldMaskUtil.merge(changed, digest, merged, REPLACE);
            return print(merged.getDetails());
        });
    }

    /** Refuses what is malformed or larger than the contract allows: DETAILS_INVALID. */
    private record Limits(String storyId) {

        void check(StoryDetails details) {
            atMost(SUBJECTS_LIMIT, "subjects", details.getSubjectsCount());
            atMost(IMAGES_LIMIT, "images", details.getImagesCount());
            atMost(CONTENDERS_LIMIT, "contenders", details.getFirstReport().getContendersCount());
            details.getSubjectsList().forEach(subject -> text("subject", subject.getText()));
            details.getImagesList()
                    .forEach(image -> require(URL.matcher(image.getUrl()).matches(), "image_url", image.getUrl()));
            time(details.getFirstReport().getReport());
            details.getFirstReport().getContendersList().forEach(this::time);
            if (details.hasComparison()) {
                check(details.getComparison());
            }
        }

        private void check(SideComparison comparison) {
            List<Side> sides =
                    comparison.getSidesList().stream().map(SideTelling::getSide).toList();
            require(sides.equals(SIDES), "sides", sides.toString());
            for (SideTelling side : comparison.getSidesList()) {
                atMost(TERMS_LIMIT, "terms", side.getTermsCount());
                atMost(POINTS_LIMIT, "points", side.getPointsCount());
                side.getPointsList().forEach(point -> text("point", point.getText()));
                for (SideTerm term : side.getTermsList()) {
                    text("term", term.getText());
                    text("example", term.getExample().getText());
                    require(Double.isFinite(term.getZScore()), "z_score", String.valueOf(term.getZScore()));
                }
            }
        }

        private void time(ReportTime report) {
            require(
                    Timestamps.isValid(report.getTime()),
                    "time_seconds",
                    String.valueOf(report.getTime().getSeconds()));
        }

        private void text(String field, String text) {
            require(
                    !text.isBlank() && text.length() <= StoryMessages.TEXT_LIMIT,
                    field + "_characters",
                    String.valueOf(text.length()));
        }

        private void atMost(int limit, String field, int count) {
            require(count <= limit, field + "_count", String.valueOf(count));
        }

        /** Shortens the value: headers, which carry it, have no room for a long one. */
        private void require(boolean valid, String field, String longValue) {
            if (!valid) {
                String value = longValue.substring(0, Math.min(VALUE_CHARACTERS, longValue.length()));
                throw new Invalid(
                        "DETAILS_INVALID",
                        "The details of story %s have %s=%s".formatted(storyId, field, value),
                        Map.of("story_id", storyId, field, value));
            }
        }
    }

    /** Reads what was stored. */
    static StoryDetails parse(String json) {
        try {
            var details = StoryDetails.newBuilder();
            // A catalog that is older than the one that wrote this passes over what it does not know.
            JsonFormat.parser().ignoringUnknownFields().merge(json, details);
            return details.build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("story_details holds what is no StoryDetails", e);
        }
    }

    private static String print(StoryDetails details) {
        try {
            String json = JsonFormat.printer().omittingInsignificantWhitespace().print(details);
            return ESCAPED_NUL.matcher(json).replaceAll("$1");
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("StoryDetails has no Any, hence always a JSON form", e);
        }
    }
}
