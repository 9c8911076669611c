package news.parallax.catalog.story;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.catalog.story.StoryRepository.Citation;
import news.parallax.catalog.v1.FirstReport;
import news.parallax.catalog.v1.ReportTime;
import news.parallax.catalog.v1.SideComparison;
import news.parallax.catalog.v1.SideTelling;
import news.parallax.catalog.v1.SideTerm;
import news.parallax.catalog.v1.StoryDetails;
import news.parallax.catalog.v1.StoryImage;
import news.parallax.catalog.v1.SummaryPoint;

/** The articles that stored details cite: their outlets are added, and what cites an article that has left goes. */
final class StoryCitationMessages {
    private final Map<String, Citation> citations;

    private StoryCitationMessages(Map<String, Citation> citations) {
        this.citations = citations;
    }

    /** Returns the ids of all articles that are cited. */
    static Set<String> cited(StoryDetails details) {
        Set<String> ids = new HashSet<>();
        for (SideTelling side : details.getComparison().getSidesList()) {
            side.getPointsList().forEach(point -> ids.add(point.getArticleId()));
            side.getTermsList().forEach(term -> ids.add(term.getExample().getArticleId()));
        }
        details.getSubjectsList().forEach(subject -> ids.add(subject.getArticleId()));
        ids.add(details.getFirstReport().getReport().getArticleId());
        details.getFirstReport().getContendersList().forEach(report -> ids.add(report.getArticleId()));
        details.getImagesList().forEach(image -> ids.add(image.getArticleId()));
        return ids;
    }

    /**
     * Returns details as the story may show them now.
     *
     * @param citations the articles that are cited; those of other stories are passed over
     */
    static StoryDetails toProto(StoryDetails details, String storyId, Collection<Citation> citations) {
        return new StoryCitationMessages(citations.stream()
                        .filter(citation -> citation.storyId().equals(storyId))
                        .collect(Collectors.toMap(Citation::articleId, Function.identity())))
                .cite(details);
    }

    private StoryDetails cite(StoryDetails details) {
        var cited = StoryDetails.newBuilder()
                .addAllSubjects(details.getSubjectsList().stream()
                        .filter(subject -> citations.containsKey(subject.getArticleId()))
                        .toList())
                .addAllImages(
                        details.getImagesList().stream().flatMap(this::cite).toList());
        if (details.hasComparison()) {
            cited.setComparison(cite(details.getComparison()));
        }
        if (citations.containsKey(details.getFirstReport().getReport().getArticleId())) {
            cited.setFirstReport(cite(details.getFirstReport()));
        }
        return cited.build();
    }

    private SideComparison cite(SideComparison comparison) {
        var cited = comparison.toBuilder().clearSides();
        comparison.getSidesList().forEach(side -> cited.addSides(cite(side)));
        return cited.build();
    }

    private SideTelling cite(SideTelling side) {
        return side.toBuilder()
                .clearPoints()
                .clearTerms()
                .addAllPoints(side.getPointsList().stream().flatMap(this::cite).toList())
                .addAllTerms(side.getTermsList().stream().flatMap(this::cite).toList())
                .build();
    }

    private Stream<SideTerm> cite(SideTerm term) {
        return cite(term.getExample())
                .map(example -> term.toBuilder().setExample(example).build());
    }

    private Stream<SummaryPoint> cite(SummaryPoint point) {
        return Stream.ofNullable(citations.get(point.getArticleId()))
                .map(citation -> point.toBuilder()
                        .setSourceId(citation.sourceId())
                        .setSourceName(citation.sourceName())
                        .setLanguage(citation.language())
                        .build());
    }

    private FirstReport cite(FirstReport first) {
        List<ReportTime> contenders =
                first.getContendersList().stream().flatMap(this::cite).toList();
        return first.toBuilder()
                .clearContenders()
                .addAllContenders(contenders)
                .setReport(cite(first.getReport()).findFirst().orElseThrow())
                .build();
    }

    private Stream<ReportTime> cite(ReportTime report) {
        return Stream.ofNullable(citations.get(report.getArticleId()))
                .map(citation -> report.toBuilder()
                        .setSourceId(citation.sourceId())
                        .setSourceName(citation.sourceName())
                        .build());
    }

    private Stream<StoryImage> cite(StoryImage image) {
        return Stream.ofNullable(citations.get(image.getArticleId()))
                .map(citation -> image.toBuilder()
                        .setSourceId(citation.sourceId())
                        .setSourceName(citation.sourceName())
                        .build());
    }
}
