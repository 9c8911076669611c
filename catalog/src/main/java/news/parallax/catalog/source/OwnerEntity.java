package news.parallax.catalog.source;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import news.parallax.catalog.coverage.OwnerCategory;
import org.jspecify.annotations.Nullable;

/** Somebody who owns sources, or owners of sources. */
@Entity
@Table(name = "owner")
public class OwnerEntity {
    @Id
    public String id;

    public String name;

    @Enumerated(EnumType.STRING)
    public @Nullable OwnerCategory category;

    public @Nullable String parentOwnerId;
    public String country;

    boolean sameAs(OwnerEntity other) {
        return name.equals(other.name)
                && category == other.category
                && Objects.equals(parentOwnerId, other.parentOwnerId)
                && country.equals(other.country);
    }

    void take(OwnerEntity other) {
        name = other.name;
        category = other.category;
        parentOwnerId = other.parentOwnerId;
        country = other.country;
    }
}
