package news.parallax.gateway.story;

import java.time.Instant;
import java.util.List;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.rating.FactualityLabel;
import news.parallax.gateway.rating.OwnershipLabel;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/**
 * Which stories: those that pass everything that is set. Of a list one is enough, except for subjects; an empty list asks
 * for nothing.
 *
 * @param from with news then or later
 * @param to that began before
 * @param gapOnly only those with a coverage gap
 * @param minSources with at least so many outlets
 * @param followedOnly with an outlet or a subject that the reader follows
 * @param outlets what is asked of an outlet of theirs
 * @param articles what is asked of an article of theirs
 * @param subjectIds about all of these topics, people and places
 */
public record StoryCriteria(
        @Nullable Instant from,
        @Nullable Instant to,
        boolean gapOnly,
        int minSources,
        boolean followedOnly,
        Outlets outlets,
        Articles articles,
        List<String> subjectIds) {
    public StoryCriteria {
        subjectIds = List.copyOf(subjectIds);
    }

    /**
     * Outlets that tell a story.
     *
     * @param ids main domains, or any others
     * @param sides left, center, right, unrated
     * @param biases steps of the scale
     * @param factualities how factual
     * @param owners category of an owner
     * @param countries ISO 3166-1 alpha-2
     * @param kinds newspaper, agency …
     * @param places where the newsroom is
     */
    public record Outlets(
            List<String> ids,
            List<SideLabel> sides,
            List<BiasLabel> biases,
            List<FactualityLabel> factualities,
            List<OwnershipLabel> owners,
            List<String> countries,
            List<String> kinds,
            List<String> places) {
        /** Any. */
        public static final Outlets ANY =
                new Outlets(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        /** Returns those of one id or domain. */
        public static Outlets of(String id) {
            return new Outlets(
                    List.of(id), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }

        /** Returns those of one country. */
        public static Outlets ofCountry(String code) {
            return new Outlets(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(code), List.of(), List.of());
        }
    }

    /**
     * Articles of a story.
     *
     * @param languages BCP-47; "pt" includes "pt-BR"
     * @param kinds news, opinion, live, video, sponsored
     * @param access free or paid; empty for both
     */
    public record Articles(List<String> languages, List<String> kinds, String access) {
        /** Any. */
        public static final Articles ANY = new Articles(List.of(), List.of(), "");
    }

    /** All stories. */
    public static final StoryCriteria ALL =
            new StoryCriteria(null, null, false, 0, false, Outlets.ANY, Articles.ANY, List.of());

    /** Returns those with a coverage gap, or all. */
    public static StoryCriteria ofGap(boolean gapOnly) {
        return new StoryCriteria(null, null, gapOnly, 0, false, Outlets.ANY, Articles.ANY, List.of());
    }

    /** Returns those told by such outlets. */
    public static StoryCriteria of(Outlets outlets) {
        return new StoryCriteria(null, null, false, 0, false, outlets, Articles.ANY, List.of());
    }

    /** Returns those told by such articles. */
    public static StoryCriteria of(Articles articles) {
        return new StoryCriteria(null, null, false, 0, false, Outlets.ANY, articles, List.of());
    }

    /** Returns those about a subject. */
    public static StoryCriteria ofSubject(String subjectId) {
        return new StoryCriteria(null, null, false, 0, false, Outlets.ANY, Articles.ANY, List.of(subjectId));
    }

    /** Returns those told within a span of time. */
    public static StoryCriteria ofSpan(Instant from, Instant to, int minSources) {
        return new StoryCriteria(from, to, false, minSources, false, Outlets.ANY, Articles.ANY, List.of());
    }

    /** Returns the same, but only those with a coverage gap. */
    public StoryCriteria withGap() {
        return new StoryCriteria(from, to, true, minSources, followedOnly, outlets, articles, subjectIds);
    }

    /** Whether the lists of the front page know all that is asked: a search is not needed. */
    boolean plain() {
        Outlets plain = outlets.ids().size() == 1 ? Outlets.of(outlets.ids().getFirst()) : Outlets.ANY;
        return from == null
                && to == null
                && !followedOnly
                && outlets.equals(plain)
                && articles.equals(Articles.ANY)
                && subjectIds.isEmpty();
    }
}
