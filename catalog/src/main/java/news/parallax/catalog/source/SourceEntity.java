package news.parallax.catalog.source;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.coverage.FactualityLevel;
import org.jspecify.annotations.Nullable;

/** One outlet. */
@Entity
@Table(name = "source")
public class SourceEntity {
    @Id
    public String id;

    public String name;
    public String country;
    public String language;

    /** Mean of the current ratings; null if there is none. */
    @Enumerated(EnumType.STRING)
    public @Nullable BiasStep bias;

    @Enumerated(EnumType.STRING)
    public @Nullable FactualityLevel factuality;

    /** The id first. */
    @OneToMany(mappedBy = "source", fetch = FetchType.LAZY)
    @OrderBy("position")
    public List<SourceDomainEntity> domains = new ArrayList<>();

    /** Most direct first. */
    @ManyToMany(fetch = FetchType.LAZY)
    @JoinTable(
            name = "source_owner",
            joinColumns = @JoinColumn(name = "source_id"),
            inverseJoinColumns = @JoinColumn(name = "owner_id"))
    @OrderColumn(name = "position")
    public List<OwnerEntity> owners = new ArrayList<>();
}
