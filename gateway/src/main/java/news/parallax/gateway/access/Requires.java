package news.parallax.gateway.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a component of a view that a reader sees only with capabilities. The component must be nullable. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    /** The capabilities; all of them are needed. */
    Capability[] value();
}
