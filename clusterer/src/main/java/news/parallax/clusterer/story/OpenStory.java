package news.parallax.clusterer.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A story with articles in the window. Belongs to the one writer. */
public final class OpenStory {

    private final String id;
    private final List<Member> members = new ArrayList<>();
    private final Meaning meaning = new Meaning();

    /** Times of its first and last article, in seconds since 1970. */
    private long earliest = Long.MAX_VALUE;

    private long latest = Long.MIN_VALUE;

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

    /** Adds an article in its place by arrival, so that a story is the same whichever way its articles came into it. */
    void add(Member member) {
        int place = members.size();
        while (place > 0 && members.get(place - 1).arrival() > member.arrival()) {
            place--;
        }
        members.add(place, member);
        member.vector().ifPresent(meaning::add);
        earliest = Math.min(earliest, seconds(member));
        latest = Math.max(latest, seconds(member));
    }

    void remove(Member member) {
        members.remove(member);
        member.vector().ifPresent(meaning::remove);
        findSpan();
    }

    void replace(Member old, Member current) {
        members.set(members.indexOf(old), current);
        current.vector().ifPresent(meaning::add);
        old.vector().ifPresent(meaning::remove);
        findSpan();
    }

    /** Whether a moment lies within the story's span, widened by {@code reach} on both sides. */
    boolean isNear(Instant time, Duration reach) {
        long seconds = time.getEpochSecond();
        return seconds >= earliest - reach.toSeconds() && seconds <= latest + reach.toSeconds();
    }

    /** Returns the mean of its articles' vectors. */
    Meaning meaning() {
        return meaning;
    }

    private void findSpan() {
        earliest = members.stream().mapToLong(OpenStory::seconds).min().orElse(Long.MAX_VALUE);
        latest = members.stream().mapToLong(OpenStory::seconds).max().orElse(Long.MIN_VALUE);
    }

    private static long seconds(Member member) {
        return member.article().time().getEpochSecond();
    }

    /** Returns at most so many members, evenly spread over the order of arrival, the last one among them. */
    public List<Member> sample(int limit) {
        return sample(members, limit);
    }

    /** The same of any articles. */
    static <T> List<T> sample(List<T> articles, int limit) {
        if (articles.size() <= limit) {
            return articles;
        }
        List<T> sample = new ArrayList<>(limit);
        for (int i = 1; i <= limit; i++) {
            sample.add(articles.get((int) ((long) i * articles.size() / limit) - 1));
        }
        return sample;
    }
}
