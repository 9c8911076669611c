package news.parallax.gateway.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Who is reading.
 *
 * @param id empty for a visitor without a key
 * @param name name to greet them by; empty for a visitor
 * @param plan their plan
 * @param capabilities what the plan lets them see
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReaderView(
        String id,
        String name,
        ReaderPlan plan,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Capability> capabilities) {
    public ReaderView {
        capabilities = List.copyOf(capabilities);
    }

    /** Whether they came without a key. */
    @JsonIgnore
    public boolean visitor() {
        return id.isEmpty();
    }

    /** Whether they may see it. */
    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** Name and plan, for the head of a page; empty for a visitor. */
    @JsonIgnore
    public String greeting() {
        return visitor() ? "" : name + " · " + plan.text();
    }
}
