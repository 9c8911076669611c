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
        var least = config.capabilities();
        leastPlans.put(Capability.BIAS, ReaderPlan.of(least.bias()));
        leastPlans.put(Capability.FACTUALITY, ReaderPlan.of(least.factuality()));
        leastPlans.put(Capability.OWNERSHIP, ReaderPlan.of(least.ownership()));
        leastPlans.put(Capability.MY_BIAS, ReaderPlan.of(least.myBias()));
        leastPlans.put(Capability.API, ReaderPlan.of(least.api()));
        leastPlans.put(Capability.UNLIMITED_SAVES, ReaderPlan.of(least.unlimitedSaves()));
    }

    /** Returns a visitor without key or session. */
    ReaderView visitor() {
        return ReaderView.visitor(anonymous, capabilitiesOf(anonymous));
    }

    /** Returns the least plan that has the capability. */
    ReaderPlan leastPlanOf(Capability capability) {
        return leastPlans.getOrDefault(capability, ReaderPlan.VANTAGE);
    }

    /** Returns every capability of the plan, and of a visitor's: nobody sees less for having entered. */
    List<Capability> capabilitiesOf(ReaderPlan plan) {
        ReaderPlan larger = plan.compareTo(anonymous) < 0 ? anonymous : plan;
        return leastPlans.entrySet().stream()
                .filter(least -> larger.compareTo(least.getValue()) >= 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
