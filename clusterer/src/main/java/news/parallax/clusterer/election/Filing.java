package news.parallax.clusterer.election;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.parallax.clusterer.Clusterer;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.Outcome;
import news.parallax.clusterer.catalog.CatalogFailure;
import news.parallax.clusterer.election.Seat.Elsewhere;
import news.parallax.clusterer.election.Seat.Held;
import news.parallax.clusterer.election.Seat.TakingOver;
import news.parallax.clusterer.election.Seat.Vacant;

/** Has analyzed articles filed by the copy that assigns, whichever it is. Blocks; safe for many threads. */
@Singleton
public final class Filing {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Election election;
    private final ArrivalOrder order;
    private final AssignerClient assigner;
    private final Duration patience;

    Filing(Election election, Clusterer clusterer, AssignerClient assigner, ClustererConfig config) {
        this.election = election;
        this.order = new ArrivalOrder(
                clusterer::file,
                config.ingest().batchArticles(),
                config.ingest().orderWait());
        this.assigner = assigner;
        this.patience = config.lease().patience();
    }

    /**
     * Files articles here or at another copy, each when those before it are filed; waits while the right to assign passes
     * from one to another.
     *
     * @return one outcome for each article, in order
     * @throws AssignerFailure if nobody has filed them for too long
     * @throws CatalogFailure if this copy assigns and the catalog stays away
     */
    public List<Outcome> file(Consignment articles) {
        return untilFiled(seat -> switch (seat) {
            case Held held -> here(held, articles);
            case Elsewhere other ->
                assigner.file(other.address(), articles, () -> election.seat().equals(other));
            case TakingOver _, Vacant _ -> Optional.empty();
        });
    }

    /**
     * Files articles of another copy, if this one assigns or is about to.
     *
     * @return one outcome for each article, in order; nothing if this copy does not assign
     */
    public Optional<List<Outcome>> fileHere(Consignment articles) {
        return Optional.of(untilFiled(seat -> switch (seat) {
                    case Held held -> here(held, articles);
                    case TakingOver _ -> Optional.empty();
                    case Elsewhere _, Vacant _ -> Optional.of(List.of());
                }))
                .filter(outcomes -> outcomes.size() == articles.items().size());
    }

    /** This copy is about to end, and other copies hand it nothing any more: what waits for that goes to where it is. */
    public void leave() {
        order.leave();
    }

    private interface Way {

        /** Returns nothing if it is worth another try. */
        Optional<List<Outcome>> file(Seat seat);
    }

    private List<Outcome> untilFiled(Way way) {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<List<Outcome>> outcomes = way.file(election.seat());
            if (outcomes.isPresent()) {
                return outcomes.get();
            }
            if (election.isOver()) {
                throw new AssignerFailure("this copy is about to end", null);
            }
            if (System.nanoTime() - until > 0) {
                throw new AssignerFailure("no copy has assigned for %s".formatted(patience), null);
            }
            pause();
        }
    }

    private Optional<List<Outcome>> here(Held held, Consignment articles) {
        try {
            return order.file(articles, () -> election.seat().equals(held));
        } catch (CatalogFailure e) {
            if (!e.isDeposed()) {
                throw e;
            }
            Log.infof(
                    "articles go to another copy articles=%d", articles.items().size());
            election.deposed(held);
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssignerFailure("interrupted while waiting for a copy that assigns", e);
        }
    }
}
