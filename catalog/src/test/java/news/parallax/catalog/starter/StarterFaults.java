package news.parallax.catalog.starter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.coverage.FactualityLevel;
import news.parallax.catalog.coverage.OwnerCategory;
import news.parallax.catalog.source.HostName;

/** Finds what is wrong with a starter catalogue: each fault in a line that names its row. */
final class StarterFaults {
    private static final int FEEDS_OF_SOURCE_MAX = 3;
    private static final Set<String> KINDS =
            Set.of("newspaper", "broadcaster", "agency", "magazine", "digital", "aggregator", "government", "other");
    private static final Set<String> PAYWALLS = Set.of("", "none", "partial", "full");

    private final StarterCatalogue catalogue;
    private final Set<String> sources;
    private final Set<String> owners;
    private final Map<String, String> raterHosts;
    private final List<String> found = new ArrayList<>();

    private StarterFaults(StarterCatalogue catalogue) {
        this.catalogue = catalogue;
        this.sources = catalogue.column("sources.csv", "id").collect(Collectors.toSet());
        this.owners = catalogue.column("owners.csv", "id").collect(Collectors.toSet());
        this.raterHosts = catalogue.table("raters.csv").stream()
                .collect(Collectors.toMap(row -> row.get("id"), row -> WellFormed.host(row.get("home_url"))));
    }

    static List<String> of(StarterCatalogue catalogue) {
        var faults = new StarterFaults(catalogue);
        faults.checkSources();
        faults.checkDomains();
        faults.checkOwners();
        faults.checkOwnership();
        faults.checkStatements();
        faults.checkLinks();
        faults.checkFeeds();
        return faults.found;
    }

    private void checkSources() {
        noneTwice("sources.csv", "id");
        noneTwice("sources.csv", "name");
        for (Map<String, String> row : catalogue.table("sources.csv")) {
            require(!row.get("name").isBlank(), "no name", row);
            require(WellFormed.isCountry(row.get("country")), "no country", row);
            require(WellFormed.isLanguage(row.get("language")), "no language", row);
            require(KINDS.contains(row.get("kind")), "no kind", row);
            require(PAYWALLS.contains(row.get("paywall")), "no paywall", row);
        }
    }

    /** A domain stands for every host below it, so one below another of its source is dead. */
    private void checkDomains() {
        Map<String, String> holders = new HashMap<>();
        for (Map<String, String> row : catalogue.table("sources.csv")) {
            List<String> domains = list(row.get("domains"));
            require(domains.getFirst().equals(row.get("id")), "id is not the first domain", row);
            for (String domain : domains) {
                require(WellFormed.isHost(domain), "no host " + domain, row);
                require(holders.put(domain, row.get("id")) == null, "domain twice " + domain, row);
            }
            domains.stream()
                    .skip(1)
                    .filter(alias -> WellFormed.isHost(alias) && isBelowAnother(alias, domains))
                    .forEach(alias -> found.add("dead alias " + alias + ": " + row));
        }
    }

    private void checkOwners() {
        noneTwice("owners.csv", "id");
        Map<String, String> parents = catalogue.table("owners.csv").stream()
                .collect(Collectors.toMap(row -> row.get("id"), row -> row.get("parent_owner_id"), (a, _) -> a));
        Set<String> needed = catalogue.column("ownership.csv", "owner_id").collect(Collectors.toSet());
        needed.addAll(parents.values());
        for (Map<String, String> row : catalogue.table("owners.csv")) {
            String parent = row.get("parent_owner_id");
            require(!row.get("name").isBlank(), "no name", row);
            require(WellFormed.isOneOf(OwnerCategory.values(), row.get("category")), "no category", row);
            require(row.get("country").isEmpty() || WellFormed.isCountry(row.get("country")), "no country", row);
            require(parent.isEmpty() || owners.contains(parent), "no such parent", row);
            require(!ownsItself(row.get("id"), parents), "owns itself", row);
            require(needed.contains(row.get("id")), "owns nothing", row);
        }
    }

    private void checkOwnership() {
        Map<String, Double> shares = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Map<String, String> row : catalogue.table("ownership.csv")) {
            String share = row.get("share_percent");
            requireSource(row);
            require(owners.contains(row.get("owner_id")), "no such owner", row);
            require(seen.add(row.get("source_id") + " " + row.get("owner_id")), "ownership twice", row);
            require(row.get("since").isEmpty() || WellFormed.isPast(row.get("since")), "no past", row);
            if (!share.isEmpty()) {
                double sum = shares.merge(row.get("source_id"), Double.valueOf(share), Double::sum);
                require(Double.parseDouble(share) > 0 && sum <= 100, "no share", row);
            }
        }
    }

    private void checkStatements() {
        noneTwice("raters.csv", "id");
        for (Map<String, String> rater : catalogue.table("raters.csv")) {
            require(WellFormed.isHttps(rater.get("home_url")), "no page", rater);
            require(catalogue.notice().contains(rater.get("home_url")), "rater not in the notice", rater);
        }
        Set<String> seen = new HashSet<>();
        for (Map<String, String> row : catalogue.table("ratings.csv")) {
            checkStatement(row);
            require(isOnItsAxis(row), "no step", row);
            require(!row.get("native_value").isBlank(), "not in the rater's words", row);
            require(seen.add(statement(row, row.get("axis"))), "rating twice", row);
        }
        for (Map<String, String> row : catalogue.table("flags.csv")) {
            checkStatement(row);
            require(row.get("flag").matches("[a-z]+(-[a-z]+)*"), "no flag", row);
            require(!seen.contains(statement(row, "BIAS")), "flag and lean", row);
            require(seen.add(statement(row, row.get("flag"))), "flag twice", row);
        }
    }

    private void checkStatement(Map<String, String> row) {
        String host = raterHosts.getOrDefault(row.get("rater_id"), "");
        requireSource(row);
        require(!host.isEmpty(), "no such rater", row);
        require(
                WellFormed.isHttps(row.get("url"))
                        && WellFormed.host(row.get("url")).equals(host),
                "not a page of the rater",
                row);
        require(row.get("rate_date").length() == 10 && WellFormed.isPast(row.get("rate_date")), "no past", row);
    }

    private void checkLinks() {
        for (Map<String, String> row : catalogue.table("source_links.csv")) {
            requireSource(row);
            require(WellFormed.isHttps(row.get("url")), "no page", row);
            require(
                    WellFormed.host(row.get("url")).equals(raterHosts.get(row.get("kind"))),
                    "not a page of the rater",
                    row);
        }
    }

    private void checkFeeds() {
        Set<String> seen = new HashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Map<String, String> feed : catalogue.feeds()) {
            String url = feed.getOrDefault("xmlUrl", "");
            String source = WellFormed.host(feed.getOrDefault("htmlUrl", ""));
            require(url.startsWith("http") && WellFormed.isHost(WellFormed.host(url)), "no feed", feed);
            require(seen.add(url.replaceFirst("^https?://", "").replaceFirst("/$", "")), "feed twice", feed);
            require(sources.contains(source), "no such source", feed);
            require(counts.merge(source, 1, Integer::sum) <= FEEDS_OF_SOURCE_MAX, "too many feeds", feed);
            require(WellFormed.isLanguage(feed.getOrDefault("language", "")), "no language", feed);
        }
    }

    private void require(boolean condition, String fault, Map<String, String> row) {
        if (!condition) {
            found.add(fault + ": " + row);
        }
    }

    private void requireSource(Map<String, String> row) {
        require(sources.contains(row.get("source_id")), "no such source", row);
    }

    private void noneTwice(String table, String column) {
        Set<String> seen = new HashSet<>();
        catalogue
                .column(table, column)
                .filter(value -> !seen.add(value))
                .forEach(value -> found.add(column + " twice: " + value));
    }

    private static String statement(Map<String, String> row, String about) {
        return Stream.of(row.get("source_id"), row.get("rater_id"), about).collect(Collectors.joining(" "));
    }

    private static boolean isOnItsAxis(Map<String, String> row) {
        return switch (row.get("axis")) {
            case "BIAS" -> WellFormed.isOneOf(BiasStep.values(), row.get("value"));
            case "FACTUALITY" -> WellFormed.isOneOf(FactualityLevel.values(), row.get("value"));
            default -> false;
        };
    }

    private static boolean ownsItself(String owner, Map<String, String> parents) {
        Set<String> chain = new HashSet<>();
        for (String next = owner; !next.isEmpty(); next = parents.getOrDefault(next, "")) {
            if (!chain.add(next)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBelowAnother(String alias, List<String> domains) {
        return new HostName(alias)
                .withoutAccessPrefix().suffixes().stream()
                        .anyMatch(suffix -> !suffix.equals(alias) && domains.contains(suffix));
    }

    private static List<String> list(String joined) {
        return List.of(joined.split(";", -1));
    }
}
