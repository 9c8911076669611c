package news.parallax.catalog.source;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    public String country = "";
    public String language = "";
    public String place = "";
    public String kind = "";

    @Enumerated(EnumType.STRING)
    public @Nullable PaywallExtent paywall;

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
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "source_owner", joinColumns = @JoinColumn(name = "source_id"))
    @OrderColumn(name = "position")
    public List<Ownership> owners = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "source_link", joinColumns = @JoinColumn(name = "source_id"))
    public Set<PageLink> links = new HashSet<>();

    /** Returns the pages about it by kind, then URL. */
    public List<PageLink> sortedLinks() {
        return links.stream()
                .sorted(Comparator.comparing(PageLink::kind).thenComparing(PageLink::url))
                .toList();
    }
}
