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

    @Message("You are reading without a key, on the {plan} plan.")
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

    @Message("Read with your key")
    String withKey();

    @Message("API key")
    String key();

    @Message("Use this key")
    String useKey();

    @Message(
            "Whoever runs this Parallax gives out the keys. The key stays in a cookie of this browser for 30 days; nothing else is kept.")
    String keyRule();

    @Message("Leave")
    String leave();

    @Message("Forget my key")
    String forgetKey();

    @Message("Nobody has this key. Check that all of it was copied.")
    String unknownKey();
}
