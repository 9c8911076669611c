package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import news.parallax.gateway.rating.SourceSummaryView;
import org.jspecify.annotations.Nullable;

/**
 * An article as part of a story. Its text is never shown, here or anywhere.
 *
 * @param id stable
 * @param url the one address of the article at its outlet
 * @param title its title; empty if it has none
 * @param excerpt the outlet's own summary; absent if it gave none
 * @param source the outlet
 * @param language BCP-47; empty if not known
 * @param translation title and excerpt in the language of the edition; absent if not translated
 * @param publishTime when the outlet published it; absent if not known
 * @param modifyTime when the outlet last changed it; absent if never or not known
 * @param authors in the order of the byline
 * @param kind news, opinion, live, video or sponsored
 * @param paywall whether the whole text is only for paying readers
 * @param wireCredit news agency that it credits; absent if none
 * @param copyOf id of the article whose text it repeats; absent for a report of its own
 * @param copyCount articles of the story that are copies of this one
 * @param earlierTitles titles it had before, oldest first
 * @param membership why it is in the story
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleView(
        String id,
        String url,
        String title,
        @Nullable String excerpt,
        SourceSummaryView source,
        String language,
        @Nullable TranslationView translation,
        @Nullable Instant publishTime,
        @Nullable Instant modifyTime,
        List<String> authors,
        String kind,
        boolean paywall,
        @Nullable String wireCredit,
        @Nullable String copyOf,
        int copyCount,
        List<EarlierTitleView> earlierTitles,
        MembershipView membership) {}
