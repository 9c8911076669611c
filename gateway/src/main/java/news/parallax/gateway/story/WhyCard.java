package news.parallax.gateway.story;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an article is in the story whose page it stands on, in words and numbers.
 *
 * @param membership what is known of it
 * @param nearest the articles it is nearest to; empty if none were kept
 * @param storyId the story of the page
 */
public record WhyCard(ArticleMembershipView membership, List<NearestCard> nearest, String storyId) {
    /** Whether the comparisons were kept; of an article stored before they were, only likeness is known. */
    public boolean explained() {
        return membership.explanation() != null;
    }

    /** Whether the story began with it. */
    public boolean founder() {
        ExplanationView explanation = membership.explanation();
        return explanation == null ? similarity() >= 1 && evidence().isEmpty() : explanation.founder();
    }

    /** Whether it was compared with articles of the story. */
    public boolean compared() {
        return comparedCount() > 0;
    }

    /** How many it was compared with. */
    public int comparedCount() {
        return membership.explanation() == null ? 0 : membership.explanation().comparedCount();
    }

    /** Whether the numbers tell of another story, in which it was before. */
    public boolean outdated() {
        return membership.explanation() != null && membership.explanation().outdated();
    }

    /** How surely it tells the story's event: hardly, probably, very or surely. */
    public String sureness() {
        double similarity = similarity();
        if (similarity < threshold()) {
            return "hardly";
        }
        return similarity >= .9 ? "surely" : similarity >= .75 ? "very" : "probably";
    }

    /** Mean probability of one event as whole percent, at most 99: nothing is certain. */
    public long percent() {
        return Math.min(99, Math.round(100 * similarity()));
    }

    /** What is enough to join a story, as whole percent. */
    public long thresholdPercent() {
        return Math.round(100 * threshold());
    }

    /**
     * One kind of evidence.
     *
     * @param kind what is alike
     * @param percent how much, as whole percent
     */
    public record EvidencePart(EvidenceKind kind, long percent) {}

    /** The kinds of evidence, by name. */
    public List<EvidencePart> evidence() {
        return membership.membership().evidence().entrySet().stream()
                .map(part -> new EvidencePart(EvidenceKind.of(part.getKey()), Math.round(100 * part.getValue())))
                .toList();
    }

    /** What it shares with the story, of an article whose comparisons were not kept. */
    public List<String> sharedTerms() {
        return membership.membership().sharedTerms();
    }

    /** The next best story; null if there was none. */
    public @Nullable RunnerUpView next() {
        return membership.explanation() == null
                ? null
                : membership.explanation().runnerUp();
    }

    /** Whether the next best story has become part of this one. */
    public boolean nextIsHere() {
        RunnerUpView next = next();
        return next != null && next.storyId().equals(storyId);
    }

    /** Headline of the next best story; empty if it is not known here. */
    public String nextTitle() {
        RunnerUpView next = next();
        return next == null ? "" : Objects.requireNonNullElse(next.title(), "");
    }

    /** Mean probability of one event with the next best story as whole percent. */
    public long nextPercent() {
        RunnerUpView next = next();
        return next == null ? 0 : Math.round(100 * next.similarity());
    }

    private double similarity() {
        return membership.membership().similarity();
    }

    private double threshold() {
        return membership.explanation() == null ? 0 : membership.explanation().threshold();
    }
}
