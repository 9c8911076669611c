package news.parallax.gateway.rating;

import com.fasterxml.jackson.annotation.JsonValue;

/** Editorial leaning of an outlet, from far left to far right. */
public enum BiasLabel {
    FAR_LEFT("far-left", "Far left", SideLabel.LEFT),
    LEFT("left", "Left", SideLabel.LEFT),
    LEAN_LEFT("lean-left", "Lean left", SideLabel.LEFT),
    CENTER("center", "Center", SideLabel.CENTER),
    LEAN_RIGHT("lean-right", "Lean right", SideLabel.RIGHT),
    RIGHT("right", "Right", SideLabel.RIGHT),
    FAR_RIGHT("far-right", "Far right", SideLabel.RIGHT),
    UNRATED("unrated", "Unrated", SideLabel.UNRATED);

    private final String key;
    private final String text;
    private final SideLabel side;

    BiasLabel(String key, String text, SideLabel side) {
        this.key = key;
        this.text = text;
        this.side = side;
    }

    /** Name in JSON. */
    @JsonValue
    public String key() {
        return key;
    }

    /** Name on pages. */
    public String text() {
        return text;
    }

    /** The side it counts with. */
    public SideLabel side() {
        return side;
    }
}
