package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.catalog.story.StoryRepository.Citation;
import news.parallax.catalog.v1.Kicker;
import news.parallax.catalog.v1.StoryDetails;
import news.parallax.catalog.v1.Subject;
import news.parallax.catalog.v1.SubjectKind;
import news.parallax.catalog.viewer.Viewer;

/** What stories are about in two words, from what they tell of their subjects, which stand by most outlets first. */
@Singleton
class KickerMessages {
    private final StoryRepository stories;

    KickerMessages(StoryRepository stories) {
        this.stories = stories;
    }

    /** Returns kickers in the order of the ids; of stories that have none it returns none. */
    List<Kicker> of(List<String> storyIds, Viewer viewer) {
        Map<String, StoryDetails> told = stories.subjects(storyIds).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> StoryDetailsMessages.parse(entry.getValue())));
        List<Citation> citations = citations(told.values(), viewer);
        return storyIds.stream()
                .distinct()
                .map(id -> Optional.ofNullable(told.get(id))
                        .map(details -> kicker(id, StoryCitationMessages.toProto(details, id, citations)))
                        .orElse(null))
                .filter(Objects::nonNull)
                .filter(kicker -> kicker.hasPlace() || kicker.hasTopic())
                .toList();
    }

    private List<Citation> citations(Collection<StoryDetails> told, Viewer viewer) {
        List<String> cited = told.stream()
                .flatMap(details -> StoryCitationMessages.cited(details).stream())
                .distinct()
                .toList();
        return stories.citations(cited).values().stream()
                .filter(citation -> !viewer.mutesSource(citation.sourceId()))
                .toList();
    }

    private static Kicker kicker(String storyId, StoryDetails details) {
        var kicker = Kicker.newBuilder().setStoryId(storyId);
        first(details, SubjectKind.SUBJECT_KIND_PLACE).ifPresent(kicker::setPlace);
        first(details, SubjectKind.SUBJECT_KIND_TOPIC).ifPresent(kicker::setTopic);
        return kicker.build();
    }

    private static Optional<Subject> first(StoryDetails details, SubjectKind kind) {
        Stream<Subject> subjects = details.getSubjectsList().stream();
        return subjects.filter(subject -> subject.getKind() == kind).findFirst();
    }
}
