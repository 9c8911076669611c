package news.parallax.catalog.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.parallax.catalog.coverage.CoverageSide;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.viewer.Viewer;
import news.parallax.catalog.viewer.ViewerRepository;

/** Queries over sources. */
@Singleton
public class SourceRepository implements PanacheRepositoryBase<SourceEntity, String> {
    /** Finds a source by its id or any of its domains; SOURCE_NOT_FOUND if there is none. */
    public SourceEntity require(String idOrDomain) {
        return domains(List.of(idOrDomain)).stream()
                .findFirst()
                .map(domain -> domain.source)
                .orElseThrow(() -> notFound(idOrDomain));
    }

    /** Finds a source likewise, and keeps it from being merged into another until the transaction ends. */
    public SourceEntity requireHeld(String idOrDomain) {
        SourceEntity source = require(idOrDomain);
        hold(source.id);
        return source;
    }

    /** Keeps a source from being merged into another until the transaction ends; SOURCE_NOT_FOUND if it just was. */
    public void hold(String id) {
        boolean held = !getEntityManager()
                .createNativeQuery("select id from source where id = :id for key share")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
        if (!held) {
            throw notFound(id);
        }
    }

    /** Returns the id of the source of an id or domain; what was asked if there is none. */
    public String idOf(String idOrDomain) {
        return domains(List.of(idOrDomain)).stream()
                .findFirst()
                .map(domain -> domain.source.id)
                .orElse(idOrDomain);
    }

    public Map<String, SourceEntity> byIds(Collection<String> ids) {
        return list("one_of(?1, id)", (Object) ids.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(source -> source.id, source -> source));
    }

    /** Returns sources with their owners, read at once. */
    public Map<String, SourceEntity> byIdsWithOwners(Collection<String> ids) {
        return list(
                        "from SourceEntity s left join fetch s.owners o left join fetch o.owner where one_of(?1, s.id)",
                        (Object) ids.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(source -> source.id, source -> source));
    }

    /** Returns sources by id; of those that were merged into another what is left, their names. */
    public Map<String, SourceEntity> everKnown(Collection<String> ids) {
        Map<String, SourceEntity> known = new HashMap<>(byIds(ids));
        List<String> gone = ids.stream().filter(id -> !known.containsKey(id)).toList();
        if (!gone.isEmpty()) {
            getEntityManager()
                    .createQuery("from MergedSourceEntity where one_of(:ids, id)", MergedSourceEntity.class)
                    .setParameter("ids", gone.toArray(String[]::new))
                    .getResultStream()
                    .forEach(merged -> known.put(merged.id, merged.remains()));
        }
        return known;
    }

    /** Returns those of the domains that belong to a source, with it. */
    public List<SourceDomainEntity> domains(Collection<String> domains) {
        return getEntityManager()
                .createQuery(
                        "select d from SourceDomainEntity d join fetch d.source where one_of(:domains, d.domain)",
                        SourceDomainEntity.class)
                .setParameter(
                        "domains",
                        domains.stream()
                                .filter(domain -> domain.indexOf('\0') < 0) // which PostgreSQL cannot compare
                                .distinct()
                                .toArray(String[]::new))
                .getResultList();
    }

    /** Returns the sources of ids or domains, those that there are. */
    public Map<String, SourceEntity> byDomain(Collection<String> idsOrDomains) {
        return domains(idsOrDomains).stream()
                .collect(Collectors.toMap(domain -> domain.domain, domain -> domain.source));
    }

    /** Returns sources of a name, whatever its case; two of them if there are more. */
    public List<SourceEntity> byName(String name) {
        return find("lower(name) = lower(?1)", name).page(0, 2).list();
    }

    /** Returns the sources of which somebody is an owner. */
    List<String> idsOwnedBy(String ownerId) {
        return getEntityManager()
                .createQuery("select s.id from SourceEntity s join s.owners o where o.owner.id = :owner", String.class)
                .setParameter("owner", ownerId)
                .getResultList();
    }

    /** Has the transaction see the database as it is now, whatever others commit; to be called first in it. */
    public void readAsOfNow() {
        getEntityManager()
                .createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate();
    }

    void add(SourceDomainEntity domain) {
        getEntityManager().persist(domain);
    }

    void remove(SourceDomainEntity domain) {
        getEntityManager().remove(domain);
    }

    /** Lists by name folded in case, then id. */
    public Page<SourceEntity> page(PageRequest request, Optional<CoverageSide> side, Viewer viewer) {
        String condition = request.first() ? "true" : "(lower(s.name), s.id) > (lower(:name), :id)";
        String query = "from SourceEntity s where " + condition + ViewerRepository.sourceConditions(viewer, side)
                + " order by lower(s.name), s.id";
        var typed = getEntityManager().createQuery(query, SourceEntity.class).setMaxResults(request.fetchSize());
        if (!request.first()) {
            typed.setParameter("name", request.after().get(0))
                    .setParameter("id", request.after().get(1));
        }
        ViewerRepository.bind(typed, viewer, side);
        return request.page(typed.getResultList(), source -> List.of(source.name, source.id));
    }

    /** Counts articles and stories of each source that has any. */
    public Map<String, SourceTotals> totals(Collection<String> ids) {
        return getEntityManager()
                .createQuery("""
                        select a.sourceId, count(*), count(distinct m.storyId)
                        from ArticleEntity a join MembershipEntity m on m.articleId = a.id
                        where one_of(:ids, a.sourceId) group by a.sourceId
                        """, Object[].class)
                .setParameter("ids", ids.toArray(String[]::new))
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
