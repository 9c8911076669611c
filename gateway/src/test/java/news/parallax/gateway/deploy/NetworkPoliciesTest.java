package news.parallax.gateway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.parallax.gateway.deploy.Overlay.Kind;
import news.parallax.gateway.deploy.Traffic.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who reaches whom, asked of the policies for every pair of those that there are. */
class NetworkPoliciesTest {
    private static final String LABEL = "app.kubernetes.io/name";
    private static final Map<String, Integer> PORTS =
            Map.of("catalog", 8081, "clusterer", 8082, "crawler", 8083, "gateway", 8080, "postgres", 5432);
    private static final Peer OUTSIDE = Peer.outside("outside", "93.184.215.14");
    private static final List<Peer> PODS = Stream.concat(
                    Overlay.SERVICES.stream().map(service -> Peer.pod(service, "parallax", Map.of(LABEL, service))),
                    Stream.of(Peer.pod("postgres", "parallax", Map.of("cnpg.io/cluster", "postgres"))))
            .toList();
    private static final List<Peer> OTHERS = List.of(
            OUTSIDE,
            Peer.pod("stranger", "parallax", Map.of(LABEL, "stranger")),
            Peer.pod("neighbor", "elsewhere", Map.of(LABEL, "catalog")),
            Peer.pod("operator", "cnpg-system", Map.of(LABEL, "cloudnative-pg")),
            Peer.pod("prometheus", "monitoring", Map.of(LABEL, "prometheus")));

    static Stream<String> overlays() throws IOException {
        return Overlay.names();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void nobodyReachesWhatIsNotHisToReach(String name) {
        Overlay overlay = Overlay.of(name);
        var traffic = new Traffic(overlay.of(Kind.NetworkPolicy));
        List<Peer> callers = new ArrayList<>(PODS);
        callers.addAll(OTHERS);
        Set<String> open = new TreeSet<>();
        for (Peer to : PODS) {
            callers.stream()
                    .filter(from -> traffic.passes(from, to, PORTS.get(to.name()), "http", "TCP"))
                    .forEach(from -> open.add(from.name() + " → " + to.name()));
        }

        Set<String> expected = new TreeSet<>(Set.of(
                "outside → gateway",
                "neighbor → gateway",
                "operator → gateway",
                "prometheus → gateway",
                "gateway → catalog",
                "crawler → catalog",
                "clusterer → catalog",
                "crawler → clusterer",
                "clusterer → clusterer",
                "catalog → postgres",
                "postgres → postgres",
                "operator → postgres"));
        if (!overlay.of(Kind.ServiceMonitor).isEmpty()) {
            Stream.of("catalog", "clusterer", "crawler").forEach(service -> expected.add("prometheus → " + service));
        }
        assertThat(open).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void onlyWhoHasBusinessInTheWorldGoesThereAndNobodyIntoPrivateNetworks(String name) {
        var traffic = new Traffic(Overlay.of(name).of(Kind.NetworkPolicy));
        List<String> abroad = PODS.stream()
                .filter(pod -> traffic.passes(pod, OUTSIDE, 80, "", "TCP"))
                .map(Peer::name)
                .toList();

        assertThat(abroad)
                .containsExactlyInAnyOrderElementsOf(
                        name.equals("small") ? List.of("crawler") : List.of("crawler", "clusterer", "gateway"));
        for (String address :
                List.of("10.1.2.3", "169.254.169.254", "192.168.1.1", "172.20.0.1", "127.0.0.1", "fd00::1")) {
            assertThat(PODS).noneMatch(pod -> traffic.passes(pod, Peer.outside("private", address), 80, "", "TCP"));
        }
    }

    @Test
    void onlyPrometheusReadsTheMetricsOfTheGateway() {
        var traffic = new Traffic(Overlay.of("large").of(Kind.NetworkPolicy));
        Peer gateway = PODS.get(Overlay.SERVICES.indexOf("gateway"));

        assertThat(Stream.concat(PODS.stream(), OTHERS.stream()))
                .filteredOn(from -> traffic.passes(from, gateway, 8085, "metrics", "TCP"))
                .extracting(Peer::name)
                .containsExactly("prometheus");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everybodyMayAskForNames(String name) {
        var traffic = new Traffic(Overlay.of(name).of(Kind.NetworkPolicy));
        var dns = Peer.pod("dns", "kube-system", Map.of("k8s-app", "kube-dns"));

        assertThat(PODS).allMatch(pod -> traffic.passes(pod, dns, 53, "", "UDP"));
        assertThat(PODS).noneMatch(pod -> traffic.passes(pod, dns, 9153, "", "TCP"));
    }
}
