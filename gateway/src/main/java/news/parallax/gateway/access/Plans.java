package news.parallax.gateway.access;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.GatewayConfig;

/** Decides which plan has which capability. Settings are read at start, so a wrong plan name stops the gateway. */
@Singleton
public class Plans {
    private final ReaderPlan anonymous;
    private final Map<Capability, ReaderPlan> leastPlans = new EnumMap<>(Capability.class);

    Plans(GatewayConfig config) {
        anonymous = ReaderPlan.of(config.plans().anonymous());
        leastPlans.put(Capability.BIAS, ReaderPlan.of(config.capabilities().bias()));
        leastPlans.put(
                Capability.FACTUALITY, ReaderPlan.of(config.capabilities().factuality()));
        leastPlans.put(Capability.OWNERSHIP, ReaderPlan.of(config.capabilities().ownership()));
    }

    /** Returns a visitor without a key. */
    ReaderView visitor() {
        return new ReaderView("", "", anonymous, capabilitiesOf(anonymous));
    }

    /** Returns the least plan that has the capability. */
    ReaderPlan leastPlanOf(Capability capability) {
        return leastPlans.getOrDefault(capability, ReaderPlan.VANTAGE);
    }

    /** Returns every capability of the plan. */
    List<Capability> capabilitiesOf(ReaderPlan plan) {
        return leastPlans.entrySet().stream()
                .filter(least -> plan.compareTo(least.getValue()) >= 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
