package news.parallax.gateway.story;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import news.parallax.article.v1.ArticleKind;
import news.parallax.catalog.v1.ArticleAccess;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.StoryFilter;
import news.parallax.catalog.v1.StoryOrder;
import news.parallax.gateway.catalog.Times;
import news.parallax.gateway.rating.RatingMessages;

/** Which stories, on the wire. */
final class CriteriaMessages {
    private CriteriaMessages() {}

    /** Returns a plain question: see {@link StoryCriteria#plain}. */
    static ListStoriesRequest toList(StoryQuery query, String readerId) {
        List<String> outlets = query.criteria().outlets().ids();
        return ListStoriesRequest.newBuilder()
                .setPageSize(query.limit())
                .setPageToken(query.cursor())
                .setOrder(query.latest() ? StoryOrder.STORY_ORDER_LATEST : StoryOrder.STORY_ORDER_TOP)
                .setGapOnly(query.criteria().gapOnly())
                .setSourceId(outlets.isEmpty() ? "" : outlets.getFirst())
                .setMinSources(query.criteria().minSources())
                .setReaderId(readerId)
                .build();
    }

    static StoryFilter toFilter(StoryCriteria criteria) {
        StoryCriteria.Outlets outlets = criteria.outlets();
        var filter = StoryFilter.newBuilder()
                .addAllSourceIds(outlets.ids())
                .addAllSides(all(outlets.sides(), RatingMessages::toProto))
                .addAllBiases(all(outlets.biases(), label -> Bias.valueOf("BIAS_" + label.name())))
                .addAllFactualities(
                        all(outlets.factualities(), label -> Factuality.valueOf("FACTUALITY_" + label.name())))
                .addAllOwnerCategories(
                        all(outlets.owners(), label -> OwnershipCategory.valueOf("OWNERSHIP_CATEGORY_" + label.name())))
                .addAllCountries(outlets.countries())
                .addAllSourceKinds(outlets.kinds())
                .addAllSourcePlaces(outlets.places())
                .addAllLanguages(criteria.articles().languages())
                .addAllKinds(
                        all(criteria.articles().kinds(), kind -> ArticleKind.valueOf("ARTICLE_KIND_" + constant(kind))))
                .addAllSubjectIds(criteria.subjectIds())
                .setMinSources(criteria.minSources())
                .setGapOnly(criteria.gapOnly())
                .setFollowedOnly(criteria.followedOnly());
        if (!criteria.articles().access().isEmpty()) {
            filter.setAccess(ArticleAccess.valueOf(
                    "ARTICLE_ACCESS_" + constant(criteria.articles().access())));
        }
        if (criteria.from() != null) {
            filter.setFromTime(Times.toProto(criteria.from()));
        }
        if (criteria.to() != null) {
            filter.setToTime(Times.toProto(criteria.to()));
        }
        return filter.build();
    }

    private static <L, P> List<P> all(List<L> labels, Function<L, P> toProto) {
        return labels.stream().map(toProto).toList();
    }

    private static String constant(String key) {
        return key.toUpperCase(Locale.ROOT);
    }
}
