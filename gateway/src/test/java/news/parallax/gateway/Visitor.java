package news.parallax.gateway;

import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.Role;
import news.parallax.gateway.Guests.Guest;

/** Those who ask, in the order of the table. */
enum Visitor {
    ANONYMOUS,
    FREE,
    PRO,
    PREMIUM,
    VANTAGE,
    /** A reader of the largest plan who acts on what belongs to somebody else. */
    OTHER,
    OPERATOR;

    Guest come(Guests guests) {
        return switch (this) {
            case ANONYMOUS -> Guest.NOBODY;
            case FREE -> guests.come(Plan.PLAN_FREE, Role.ROLE_READER);
            case PRO -> guests.come(Plan.PLAN_PRO, Role.ROLE_READER);
            case PREMIUM -> guests.come(Plan.PLAN_PREMIUM, Role.ROLE_READER);
            case VANTAGE, OTHER -> guests.come(Plan.PLAN_VANTAGE, Role.ROLE_READER);
            case OPERATOR -> guests.come(Plan.PLAN_VANTAGE, Role.ROLE_OPERATOR);
        };
    }

    /** Whether they act on what belongs to somebody else. */
    boolean stranger() {
        return this == ANONYMOUS || this == OTHER;
    }

    boolean seesFactuality() {
        return compareTo(PREMIUM) >= 0;
    }

    boolean seesOwners() {
        return compareTo(VANTAGE) >= 0;
    }
}
