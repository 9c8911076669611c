package news.parallax.gateway.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.parallax.gateway.access.ReaderPlan;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.rating.FactualityLabel;
import news.parallax.gateway.rating.OwnerView;
import news.parallax.gateway.story.StoryCard;
import org.jspecify.annotations.Nullable;

/**
 * Everything on an outlet's page, cut to what the reader may see.
 *
 * @param source the outlet
 * @param biasRatings by rater; empty if there is none or the reader may not see them
 * @param factualityRatings by rater; empty if there is none or the reader may not see them
 * @param profile what it covers and leaves out; null on later pages of its stories
 * @param stories stories it has an article in, latest first
 * @param moreHref where the stories go on; empty at their end
 */
record SourcePage(
        RatedSourceView source,
        List<RatingCard> biasRatings,
        List<RatingCard> factualityRatings,
        @Nullable SourceProfileView profile,
        List<StoryCard> stories,
        String moreHref) {

    /** The seven steps of bias, far left to far right. */
    public List<BiasLabel> biasSteps() {
        return Arrays.stream(BiasLabel.values())
                .filter(label -> label != BiasLabel.UNRATED)
                .toList();
    }

    /** The steps of factuality, lowest first. */
    public List<FactualityLabel> factualitySteps() {
        return Arrays.stream(FactualityLabel.values())
                .filter(label -> label != FactualityLabel.UNKNOWN)
                .toList()
                .reversed();
    }

    /** Each owner that owns no other of them, with who owns it, and so on as far as that is known. */
    public List<List<OwnerView>> ownerChains() {
        List<OwnerView> owners = source.owners() == null ? List.of() : source.owners();
        Set<String> parents = owners.stream().map(OwnerView::parentId).collect(Collectors.toSet());
        List<OwnerView> direct =
                owners.stream().filter(owner -> !parents.contains(owner.id())).toList();
        return (direct.isEmpty() ? owners : direct)
                .stream().map(owner -> chain(owner, owners)).toList();
    }

    private static List<OwnerView> chain(OwnerView direct, List<OwnerView> owners) {
        List<OwnerView> chain = new ArrayList<>(List.of(direct));
        Optional<OwnerView> next = Optional.of(direct);
        while (next.isPresent()) {
            String parent = next.get().parentId();
            next = owners.stream()
                    .filter(owner -> owner.id().equals(parent) && !chain.contains(owner))
                    .findFirst();
            next.ifPresent(chain::add);
        }
        return chain;
    }

    /** Whether the reader may see owners, known or not. */
    public boolean showsOwners() {
        return source.owners() != null;
    }

    /** Name of the least plan that has a capability which the reader lacks. */
    public String planFor(String capability) {
        return ReaderPlan.of(source.locked().getOrDefault(capability, "free")).text();
    }
}
