package news.parallax.gateway.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What goes wrong next. Each kind comes once before any comes again; the same seed throws the same. */
final class FaultDice {
    private final Random random;
    private final Fleet fleet;
    private final List<FaultKind> bag = new ArrayList<>();
    private final Path scratch;

    /** @param scratch file that a busy neighbor writes */
    FaultDice(long seed, Fleet fleet, Path scratch) {
        this.random = new Random(seed);
        this.fleet = fleet;
        this.scratch = scratch;
    }

    /** Returns what is to happen together: mostly one thing, at times two to two different targets; the shorter first. */
    List<Fault> next() {
        List<Fault> faults = new ArrayList<>(List.of(fault(draw())));
        if (faults.getFirst().kind() != FaultKind.NOTHING && random.nextInt(4) == 0) {
            Fault second = fault(draw());
            if (second.kind() != FaultKind.NOTHING
                    && !second.target().equals(faults.getFirst().target())) {
                faults.add(second);
            }
        }
        faults.sort(Comparator.comparing(Fault::duration));
        return faults;
    }

    private FaultKind draw() {
        if (bag.isEmpty()) {
            bag.addAll(List.of(FaultKind.values()));
            bag.add(FaultKind.KILL); // the commonest of all
            Collections.shuffle(bag, random);
        }
        return bag.removeLast();
    }

    private Fault fault(FaultKind kind) {
        return switch (kind) {
            case NOTHING -> new Fault(kind, "nobody", millis(4_000, 6_000), () -> {}, () -> {});
            case KILL -> again(kind, any(fleet.copies()), Copy::kill);
            case RESTART -> again(kind, any(fleet.copies()), Copy::stop);
            case PAUSE -> pause(any(fleet.copies()));
            case CUT -> broken(kind, anyLink(""), Link::cut);
            case BLACK_HOLE -> broken(kind, anyLink(""), Link::hold);
            case SLOW_NETWORK -> broken(kind, anyLink(""), link -> link.delay(millis(50, 300)));
            case NARROW_NETWORK -> broken(kind, anyLink("database-"), link -> link.narrow(100_000));
            case SLOW_DISK -> slowDisk();
            case DATABASE_CRASH -> new Fault(kind, "postgresql", Duration.ZERO, fleet.database()::crash, () -> {});
        };
    }

    /** What happens to one copy or link. */
    @FunctionalInterface
    private interface Blow<T> {
        void strike(T target);
    }

    private Fault again(FaultKind kind, Copy copy, Blow<Copy> blow) {
        return new Fault(kind, copy.name(), millis(0, 3_000), () -> blow.strike(copy), copy::start);
    }

    private Fault pause(Copy copy) {
        return new Fault(FaultKind.PAUSE, copy.name(), millis(2_000, 10_000), copy::pause, copy::resume);
    }

    private Fault broken(FaultKind kind, String name, Blow<Link> blow) {
        Link link = fleet.link(name);
        return new Fault(kind, name, millis(2_000, 10_000), () -> blow.strike(link), link::heal);
    }

    private Fault slowDisk() {
        var disk = new SlowDisk(fleet.database(), scratch);
        return new Fault(FaultKind.SLOW_DISK, "postgresql", millis(4_000, 10_000), disk::start, disk::close);
    }

    private String anyLink(String prefix) {
        return any(fleet.links().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .toList());
    }

    private Duration millis(int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
