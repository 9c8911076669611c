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

    @Message("{percent}% {side}")
    String share(int percent, String side);
}
