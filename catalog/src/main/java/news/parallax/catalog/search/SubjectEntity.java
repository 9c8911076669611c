package news.parallax.catalog.search;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something that stories are about. Only {@link IndexRepository} writes it. */
@Entity
@Table(name = "subject")
public class SubjectEntity {
    @Id
    public String id;

    @Enumerated(EnumType.STRING)
    public SubjectType kind;

    public String name;
    public String country;
    public int storyCount;
}
