package news.parallax.gateway.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Who is reading.
 *
 * @param id empty for a visitor
 * @param name name to greet them by; empty for a visitor
 * @param email e-mail address; empty for a visitor, and for a reader who has no password
 * @param plan their plan
 * @param role what they are allowed to do
 * @param language BCP-47 language in which they want pages; empty means as their browser says
 * @param edition the edition that they begin with; empty means none
 * @param capabilities what the plan lets them see
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReaderView(
        String id,
        String name,
        String email,
        ReaderPlan plan,
        ReaderRole role,
        String language,
        String edition,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Capability> capabilities) {
    public ReaderView {
        capabilities = List.copyOf(capabilities);
    }

    static ReaderView visitor(ReaderPlan plan, List<Capability> capabilities) {
        return new ReaderView("", "", "", plan, ReaderRole.READER, "", "", capabilities);
    }

    /** Whether they came without key and session. */
    @JsonIgnore
    public boolean visitor() {
        return id.isEmpty();
    }

    /** Whether they run the house. */
    @JsonIgnore
    public boolean operator() {
        return role == ReaderRole.OPERATOR;
    }

    /** Whether they may see it. */
    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** Name and plan, for the head of a page; empty for a visitor. */
    @JsonIgnore
    public String greeting() {
        return visitor() ? "" : name.isEmpty() ? plan.text() : name + " · " + plan.text();
    }
}
