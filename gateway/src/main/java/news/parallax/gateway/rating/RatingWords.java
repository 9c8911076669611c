package news.parallax.gateway.rating;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for bias, factuality and ownership on pages. Each value of a label is a key of its own in the bundle's files. */
@MessageBundle("rating")
public interface RatingWords {
    @Message
    String side(SideLabel side);

    @Message
    String bias(BiasLabel bias);

    @Message
    String factuality(FactualityLabel factuality);

    @Message
    String ownership(OwnershipLabel ownership);

    /** Where a side stands, after "are". */
    @Message
    String where(SideLabel side);

    /** One letter for a side, where there is no room for its name. */
    @Message
    String letter(SideLabel side);
}
