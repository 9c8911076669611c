package news.parallax.gateway.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What network policies let through: a connection needs the leave of both its ends. */
final class Traffic {
    private final List<JsonNode> policies;

    Traffic(List<JsonNode> policies) {
        this.policies = policies;
    }

    /**
     * One end of a connection.
     *
     * @param namespace empty is an address outside of the cluster
     */
    record Peer(String name, String namespace, Map<String, String> labels, String address) {
        static Peer pod(String name, String namespace, Map<String, String> labels) {
            return new Peer(name, namespace, labels, "");
        }

        static Peer outside(String name, String address) {
            return new Peer(name, "", Map.of(), address);
        }
    }

    boolean passes(Peer from, Peer to, int port, String portName, String protocol) {
        var target = new Target(port, portName, protocol);
        return allowed(from, to, "Egress", target) && allowed(to, from, "Ingress", target);
    }

    private record Target(int port, String name, String protocol) {}

    private boolean allowed(Peer subject, Peer other, String direction, Target target) {
        List<JsonNode> concerned = policies.stream()
                .filter(policy -> policy.at("/metadata/namespace").asText().equals(subject.namespace()))
                .filter(policy -> selects(policy.at("/spec/podSelector"), subject.labels()))
                .filter(policy -> Overlay.texts(policy.at("/spec/policyTypes")).contains(direction))
                .toList();
        return concerned.isEmpty() // who has no policy may do all
                || concerned.stream()
                        .flatMap(policy -> Overlay.stream(policy.path("spec").path(direction.toLowerCase())))
                        .anyMatch(rule -> matches(rule, direction, subject, other, target));
    }

    private static boolean matches(JsonNode rule, String direction, Peer subject, Peer other, Target target) {
        JsonNode peers = rule.path(direction.equals("Egress") ? "to" : "from");
        JsonNode ports = rule.path("ports");
        return (peers.isEmpty() || Overlay.stream(peers).anyMatch(peer -> is(peer, subject, other)))
                && (ports.isEmpty() || Overlay.stream(ports).anyMatch(port -> is(port, target)));
    }

    private static boolean is(JsonNode port, Target target) {
        String wanted = port.path("port").asText();
        return port.path("protocol").asText("TCP").equals(target.protocol())
                && (wanted.equals(String.valueOf(target.port())) || wanted.equals(target.name()));
    }

    private static boolean is(JsonNode peer, Peer subject, Peer other) {
        if (peer.has("ipBlock")) {
            return other.namespace().isEmpty() && inside(peer.path("ipBlock"), other.address());
        }
        boolean sameNamespace = other.namespace().equals(subject.namespace());
        boolean namespaceFits = peer.has("namespaceSelector")
                ? selects(peer.path("namespaceSelector"), Map.of("kubernetes.io/metadata.name", other.namespace()))
                : sameNamespace;
        return !other.namespace().isEmpty()
                && namespaceFits
                && (!peer.has("podSelector") || selects(peer.path("podSelector"), other.labels()));
    }

    private static boolean inside(JsonNode block, String address) {
        return Range.of(block.path("cidr").asText()).contains(address)
                && Overlay.texts(block.path("except")).stream()
                        .noneMatch(except -> Range.of(except).contains(address));
    }

    static boolean selects(JsonNode selector, Map<String, String> labels) {
        Stream<Boolean> equal = selector.path("matchLabels").properties().stream()
                .map(entry -> entry.getValue().asText().equals(labels.get(entry.getKey())));
        Stream<Boolean> within = Overlay.stream(selector.path("matchExpressions"))
                .map(expression -> {
                    if (!expression.path("operator").asText().equals("In")) {
                        throw new AssertionError("not understood: " + expression);
                    }
                    return Overlay.texts(expression.path("values"))
                            .contains(labels.get(expression.path("key").asText()));
                });
        return Stream.concat(equal, within).allMatch(fits -> fits);
    }
}
