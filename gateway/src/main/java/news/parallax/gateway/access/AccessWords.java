package news.parallax.gateway.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of plans and keys. */
@MessageBundle("access")
public interface AccessWords {
    @Message("To view {what} data please")
    String lock(String what);

    @Message("upgrade to {plan}")
    String upgrade(String plan);

    @Message("bias")
    String bias();

    @Message("factuality")
    String factuality();

    @Message("ownership")
    String ownership();

    @Message
    String capability(Capability capability);

    @Message("Plans")
    String heading();

    @Message("You are not logged in, and read on the {plan} plan.")
    String visitor(String plan);

    @Message("You are {name}, on the {plan} plan.")
    String reader(String name, String plan);

    @Message("What you see")
    String whatYouSee();

    @Message("yours")
    String yours();

    @Message("Stories, articles and sources")
    String everything();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();
}
