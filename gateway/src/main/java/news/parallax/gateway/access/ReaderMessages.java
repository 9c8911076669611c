package news.parallax.gateway.access;

import jakarta.inject.Singleton;
import news.parallax.catalog.v1.ApiKeyScope;
import news.parallax.catalog.v1.LookupReaderResponse;
import news.parallax.catalog.v1.LookupSessionResponse;
import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.Role;
import news.parallax.gateway.access.Admission.Entrance;

/** Readers of the catalog as views, with what their plan lets them see. */
@Singleton
public class ReaderMessages {
    private final Plans plans;

    ReaderMessages(Plans plans) {
        this.plans = plans;
    }

    Admission toAdmission(LookupReaderResponse found) {
        boolean personal = found.getApiKey().getScope() == ApiKeyScope.API_KEY_SCOPE_PERSONAL;
        return new Admission(toView(found.getReader()), new Entrance.Key(personal));
    }

    Admission toAdmission(LookupSessionResponse found) {
        return new Admission(
                toView(found.getReader()),
                new Entrance.Session(found.getSession().getId()));
    }

    /** Returns the reader with what their plan lets them see. */
    public ReaderView toView(Reader reader) {
        ReaderPlan plan = toPlan(reader.getPlan());
        return new ReaderView(
                reader.getId(),
                reader.getName(),
                reader.getEmail(),
                plan,
                reader.getRole() == Role.ROLE_OPERATOR ? ReaderRole.OPERATOR : ReaderRole.READER,
                reader.getLanguage(),
                reader.getEdition(),
                plans.capabilitiesOf(plan));
    }

    private static ReaderPlan toPlan(Plan plan) {
        return switch (plan) {
            case PLAN_PRO -> ReaderPlan.PRO;
            case PLAN_PREMIUM -> ReaderPlan.PREMIUM;
            case PLAN_VANTAGE -> ReaderPlan.VANTAGE;
            case PLAN_FREE, PLAN_UNSPECIFIED, UNRECOGNIZED -> ReaderPlan.FREE;
        };
    }

    /** Returns the wire's value of a plan. */
    public static Plan toProto(ReaderPlan plan) {
        return switch (plan) {
            case FREE -> Plan.PLAN_FREE;
            case PRO -> Plan.PLAN_PRO;
            case PREMIUM -> Plan.PLAN_PREMIUM;
            case VANTAGE -> Plan.PLAN_VANTAGE;
        };
    }

    /** Returns the wire's value of a role. */
    public static Role toProto(ReaderRole role) {
        return switch (role) {
            case READER -> Role.ROLE_READER;
            case OPERATOR -> Role.ROLE_OPERATOR;
        };
    }
}
