package news.parallax.gateway.catalog;

import io.grpc.CallOptions;
import io.grpc.ConnectivityState;
import io.grpc.LoadBalancer;
import io.grpc.LoadBalancerProvider;
import io.grpc.LoadBalancerRegistry;
import io.grpc.stub.AbstractStub;
import io.grpc.util.ForwardingLoadBalancerHelper;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks copies in turn, as gRPC's round robin does, but none a second time for the same call while there is another. Turns alone
 * would not do: when a copy hangs, all calls soon wait for it and are repeated in the same moment, and then chance decides which
 * of them meets it again.
 */
final class UnaskedCopies extends LoadBalancerProvider {
    static final String POLICY = "unasked_copies";

    private static final CallOptions.Key<Asked> ASKED = CallOptions.Key.create("parallax-asked-copies");
    private static final int TURNS = 32; // other calls take turns in between

    /** The copies that one call was sent to. */
    private record Asked(Set<LoadBalancer.Subchannel> copies) {}

    /** Returns a stub for one call, all tries of which know where the call has been. */
    static <S extends AbstractStub<S>> S remembering(S stub) {
        return stub.withOption(ASKED, new Asked(ConcurrentHashMap.newKeySet()));
    }

    static void register() {
        LoadBalancerRegistry.getDefaultRegistry().register(new UnaskedCopies());
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public int getPriority() {
        return 5; // what gRPC gives its own
    }

    @Override
    public String getPolicyName() {
        return POLICY;
    }

    @Override
    public LoadBalancer newLoadBalancer(LoadBalancer.Helper helper) {
        LoadBalancerProvider inTurn =
                Objects.requireNonNull(LoadBalancerRegistry.getDefaultRegistry().getProvider("round_robin"));
        return inTurn.newLoadBalancer(new ForwardingLoadBalancerHelper() {
            @Override
            protected LoadBalancer.Helper delegate() {
                return helper;
            }

            @Override
            public void updateBalancingState(ConnectivityState state, LoadBalancer.SubchannelPicker picker) {
                helper.updateBalancingState(state, new UnaskedPicker(picker));
            }
        });
    }

    private static final class UnaskedPicker extends LoadBalancer.SubchannelPicker {
        private final LoadBalancer.SubchannelPicker inTurn;

        UnaskedPicker(LoadBalancer.SubchannelPicker inTurn) {
            this.inTurn = inTurn;
        }

        @Override
        public LoadBalancer.PickResult pickSubchannel(LoadBalancer.PickSubchannelArgs args) {
            LoadBalancer.PickResult pick = inTurn.pickSubchannel(args);
            Asked asked = args.getCallOptions().getOption(ASKED);
            if (asked == null) {
                return pick;
            }
            for (int turn = 1; turn < TURNS && wasAsked(asked, pick); turn++) {
                pick = inTurn.pickSubchannel(args);
            }
            return pick;
        }

        private static boolean wasAsked(Asked asked, LoadBalancer.PickResult pick) {
            return pick.getSubchannel() != null && !asked.copies().add(pick.getSubchannel());
        }
    }
}
