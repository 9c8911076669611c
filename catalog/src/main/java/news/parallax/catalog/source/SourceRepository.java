package news.parallax.catalog.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.coverage.CoverageSide;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;

/** Queries over sources. */
@Singleton
public class SourceRepository implements PanacheRepositoryBase<SourceEntity, String> {
    /** Finds a source by its id or any of its domains; SOURCE_NOT_FOUND if there is none. */
    public SourceEntity require(String idOrDomain) {
        return Optional.ofNullable(findById(idOrDomain))
                .or(() -> find("select d.source from SourceDomainEntity d where d.domain = ?1", idOrDomain)
                        .firstResultOptional())
                .orElseThrow(() -> notFound(idOrDomain));
    }

    public Map<String, SourceEntity> byIds(Collection<String> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(source -> source.id, source -> source));
    }

    /** Returns those of the domains that belong to a source, with it. */
    public List<SourceDomainEntity> domains(Collection<String> domains) {
        return getEntityManager()
                .createQuery(
                        "select d from SourceDomainEntity d join fetch d.source where d.domain in :domains",
                        SourceDomainEntity.class)
                .setParameter("domains", domains)
                .getResultList();
    }

    /** Returns the sources of which somebody is an owner. */
    List<String> idsOwnedBy(String ownerId) {
        return getEntityManager()
                .createQuery("select s.id from SourceEntity s join s.owners o where o.id = :owner", String.class)
                .setParameter("owner", ownerId)
                .getResultList();
    }

    void add(SourceDomainEntity domain) {
        getEntityManager().persist(domain);
    }

    void remove(SourceDomainEntity domain) {
        getEntityManager().remove(domain);
    }

    /** Lists by name folded in case, then id. */
    public Page<SourceEntity> page(PageRequest request, Optional<CoverageSide> side) {
        String condition = request.first() ? "true" : "(lower(s.name), s.id) > (lower(:name), :id)";
        String query = "from SourceEntity s where " + condition + sideCondition(side) + " order by lower(s.name), s.id";
        var typed = getEntityManager().createQuery(query, SourceEntity.class).setMaxResults(request.fetchSize());
        if (!request.first()) {
            typed.setParameter("name", request.after().get(0))
                    .setParameter("id", request.after().get(1));
        }
        side.filter(wanted -> wanted != CoverageSide.UNRATED)
                .ifPresent(wanted -> typed.setParameter("steps", BiasStep.on(wanted)));
        return request.page(typed.getResultList(), source -> List.of(source.name, source.id));
    }

    private static String sideCondition(Optional<CoverageSide> side) {
        return side.map(wanted -> wanted == CoverageSide.UNRATED ? " and s.bias is null" : " and s.bias in :steps")
                .orElse("");
    }

    /** Counts articles and stories of each source that has any. */
    public Map<String, SourceTotals> totals(Collection<String> ids) {
        return getEntityManager()
                .createQuery("""
                        select a.sourceId, count(*), count(distinct m.storyId)
                        from ArticleEntity a join MembershipEntity m on m.articleId = a.id
                        where a.sourceId in :ids group by a.sourceId
                        """, Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (String) row[0],
                        row -> new SourceTotals(((Long) row[1]).intValue(), ((Long) row[2]).intValue())));
    }

    private static NotFound notFound(String idOrDomain) {
        return new NotFound(
                "SOURCE_NOT_FOUND", "There is no source %s".formatted(idOrDomain), Map.of("source_id", idOrDomain));
    }
}
