package news.parallax.clusterer.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import news.parallax.clusterer.text.Vector;

/** A story with articles in the window. Belongs to the one writer. */
public final class OpenStory {

    private final String id;
    private final List<Member> members = new ArrayList<>();
    private float[] vectorSum = {};

    OpenStory(String id) {
        this.id = id;
    }

    /** Returns the story's id. */
    public String id() {
        return id;
    }

    /** Returns its articles in the window, in order of arrival; a view. */
    public List<Member> members() {
        return Collections.unmodifiableList(members);
    }

    void add(Member member) {
        members.add(member);
        member.vector().ifPresent(vector -> addVector(vector, 1));
    }

    void remove(Member member) {
        members.remove(member);
        member.vector().ifPresent(vector -> addVector(vector, -1));
    }

    void replace(Member old, Member current) {
        members.set(members.indexOf(old), current);
        old.vector().ifPresent(vector -> addVector(vector, -1));
        current.vector().ifPresent(vector -> addVector(vector, 1));
    }

    /** Whether a moment lies within the story's span, widened by {@code reach} on both sides. */
    boolean isNear(Instant time, Duration reach) {
        return members.stream()
                .anyMatch(member ->
                        Duration.between(member.article().time(), time).abs().compareTo(reach) <= 0);
    }

    /** Dot product with the mean of the members' vectors, in about [-1, 1]; 0 if they have none. */
    double nearness(Vector vector) {
        byte[] components = vector.components();
        if (vectorSum.length != components.length) {
            return 0;
        }
        float sum = 0;
        for (int i = 0; i < components.length; i++) {
            sum += components[i] * vectorSum[i];
        }
        return sum * vector.scale() / members.size();
    }

    /** Returns at most so many members, evenly spread over the order of arrival, the last one among them. */
    public List<Member> sample(int limit) {
        return sample(members, limit);
    }

    /** The same of any articles. */
    static List<Member> sample(List<Member> articles, int limit) {
        if (articles.size() <= limit) {
            return articles;
        }
        List<Member> sample = new ArrayList<>(limit);
        for (int i = 1; i <= limit; i++) {
            sample.add(articles.get((int) ((long) i * articles.size() / limit) - 1));
        }
        return sample;
    }

    private void addVector(Vector vector, int sign) {
        if (vectorSum.length == 0) {
            vectorSum = new float[vector.components().length];
        }
        for (int i = 0; i < vectorSum.length; i++) {
            vectorSum[i] += sign * vector.components()[i] * vector.scale();
        }
    }
}
