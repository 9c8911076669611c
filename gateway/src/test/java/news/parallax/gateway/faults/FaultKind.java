package news.parallax.gateway.faults;

/** What can happen to a system. */
enum FaultKind {
    /** Nothing is wrong: what is seen anyway, on a machine that is busy. */
    NOTHING,
    /** A process ends without a word (SIGKILL) and is started again. */
    KILL,
    /** A process stands still (SIGSTOP) and goes on. */
    PAUSE,
    /** A process is asked to end (SIGTERM) and is started again. */
    RESTART,
    /** Connections to a copy end, and no new ones can be made. */
    CUT,
    /** Nothing gets through to a copy, and nobody is told. */
    BLACK_HOLE,
    /** Each round trip to a copy takes longer. */
    SLOW_NETWORK,
    /** The way from a catalog to PostgreSQL is narrow. */
    NARROW_NETWORK,
    /** PostgreSQL stands still for parts of each second, while a neighbor forces its own writes to the disk. */
    SLOW_DISK,
    /** A process of PostgreSQL dies, upon which it ends all connections and recovers. */
    DATABASE_CRASH
}
