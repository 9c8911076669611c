package news.parallax.catalog.reader;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who reads. With an address they have a password too, else none of the three. */
@Entity
@Table(name = "reader")
public class ReaderEntity {
    @Id
    public String id;

    public String name;

    /** Name of a Plan without prefix. */
    public String plan;

    @Enumerated(EnumType.STRING)
    public Role role = Role.READER;

    /** BCP-47, in which they want pages; empty means as their browser says. */
    public String language = "";

    /** A country in capitals, or a language in lowercase; empty means none. */
    public String edition = "";

    /** As {@link EmailAddress} writes it. */
    public @Nullable String email;

    /** As {@link Argon2} writes it. */
    public @Nullable String passwordHash;

    /** When the password became this one. */
    public @Nullable Instant passwordTime;

    public Instant createTime;

    /** What somebody is allowed to do; see the contract. */
    public enum Role {
        READER,
        OPERATOR
    }
}
