package news.parallax.clusterer.digest.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.clusterer.digest.Headline;
import news.parallax.clusterer.story.Member;
import news.parallax.clusterer.story.OpenStory;

/**
 * What is sent to a model: a story as it was when it was asked for.
 *
 * @param articleCount articles of the story then
 * @param articles some of them, the central ones, numbered from 1 in this order
 */
record ModelRequest(String storyId, int articleCount, List<Excerpt> articles) {

    /** Articles among which the central ones are looked for: the time grows with their square. */
    private static final int ARTICLES_READ = 60;

    ModelRequest {
        articles = List.copyOf(articles);
    }

    /** Returns the request for a story; empty if too few independent reports of it have anything to say. */
    static Optional<ModelRequest> of(OpenStory story, DigestModelConfig config) {
        List<Member> reports = story.sample(ARTICLES_READ).stream()
                .filter(member -> !member.article().opinion())
                .filter(member -> member.membership().copyOf().isEmpty())
                .filter(member -> !member.sentences().isEmpty())
                .toList();
        if (reports.size() < config.articlesMin()) {
            return Optional.empty();
        }
        List<Excerpt> central = mostCentral(reports)
                .limit(config.articles())
                .map(ModelRequest::excerpt)
                .toList();
        return Optional.of(
                new ModelRequest(story.id(), story.members().size(), shortened(central, config.characters())));
    }

    /** Whether a story has grown by a factor since, or an article that was sent has left it or changed. */
    boolean isOutdated(OpenStory story, double growth) {
        return story.members().size() >= growth * articleCount
                || !current(story).containsAll(articles);
    }

    /** Returns the articles that are in the story as they were sent. */
    Set<Excerpt> current(OpenStory story) {
        Set<String> sentIds = articles.stream().map(Excerpt::articleId).collect(Collectors.toSet());
        Set<Excerpt> sent = new HashSet<>(articles);
        return story.members().stream()
                .filter(member -> sentIds.contains(member.id()))
                .flatMap(member -> sent.stream().filter(excerpt -> isOf(excerpt, member)))
                .collect(Collectors.toSet());
    }

    /** A sent article may have been cut short. */
    private static boolean isOf(Excerpt excerpt, Member member) {
        return excerpt.articleId().equals(member.id())
                && excerpt.title().equals(member.article().title())
                && excerpt.sentences()
                        .equals(member.sentences().stream()
                                .limit(excerpt.sentences().size())
                                .toList());
    }

    /** Those in the language of the most central one first: the points of a story read best in one language. */
    private static Stream<Member> mostCentral(List<Member> reports) {
        record Central(Member member, double centrality) {}
        List<Member> ordered = reports.stream()
                .map(member -> new Central(member, Headline.centrality(member, reports)))
                .sorted(Comparator.comparingDouble(Central::centrality).reversed())
                .map(Central::member)
                .toList();
        String language = ordered.getFirst().article().language();
        return ordered.stream()
                .sorted(Comparator.comparing(
                        (Member member) -> !member.article().language().equals(language)));
    }

    private static Excerpt excerpt(Member member) {
        return new Excerpt(
                member.id(), member.article().language(), member.article().title(), member.sentences());
    }

    /** Cuts sentences off the end, and articles that have none left, until no more characters are left. */
    private static List<Excerpt> shortened(List<Excerpt> articles, int characters) {
        int share = characters / articles.size();
        List<Excerpt> shortened = new ArrayList<>();
        for (Excerpt article : articles) {
            int left = share - article.title().length();
            List<String> sentences = new ArrayList<>();
            for (String sentence : article.sentences()) {
                left -= sentence.length();
                if (left < 0) {
                    break;
                }
                sentences.add(sentence);
            }
            if (!sentences.isEmpty()) {
                shortened.add(new Excerpt(article.articleId(), article.language(), article.title(), sentences));
            }
        }
        return shortened;
    }
}
