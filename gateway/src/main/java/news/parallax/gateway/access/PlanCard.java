package news.parallax.gateway.access;

import java.util.List;

/**
 * A row of the table of plans: one capability, and whether each plan has it.
 *
 * @param capability the capability
 * @param plans for each plan in rising order, whether it has the capability
 */
record PlanCard(Capability capability, List<Boolean> plans) {}
