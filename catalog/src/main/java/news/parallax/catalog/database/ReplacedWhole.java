package news.parallax.catalog.database;

import java.io.Serializable;
import org.hibernate.SharedSessionContract;
import org.hibernate.type.descriptor.java.MutabilityPlan;
import org.jspecify.annotations.Nullable;

/**
 * For lists and maps in a column that are never changed in place, only replaced: Hibernate compares what was read with what is
 * there, and keeps no copy by way of JSON of each. As {@code Immutability} they would not be compared at all, since
 * entities do not note when a field of a collection's type is set.
 */
public final class ReplacedWhole implements MutabilityPlan<Object> {
    @Override
    public boolean isMutable() {
        return true;
    }

    @Override
    public @Nullable Object deepCopy(@Nullable Object value) {
        return value;
    }

    @Override
    public @Nullable Serializable disassemble(@Nullable Object value, SharedSessionContract session) {
        return (Serializable) value;
    }

    @Override
    public @Nullable Object assemble(@Nullable Serializable cached, SharedSessionContract session) {
        return cached;
    }
}
