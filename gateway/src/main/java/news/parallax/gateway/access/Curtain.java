package news.parallax.gateway.access;

import jakarta.inject.Singleton;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntConsumer;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import org.jspecify.annotations.Nullable;

/**
 * The one place where plans cut fields. A view marks what it guards with {@link Requires}; the curtain returns a copy in
 * which guarded components the reader may not see are null, which leaves them out of JSON and pages alike. A component
 * {@code Map<String, String> locked} is filled with the capabilities missing in the record that has it and in all
 * records within: capability to least plan, sorted.
 */
@Singleton
public class Curtain {
    private final Plans plans;
    private final ConcurrentMap<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    Curtain(Plans plans) {
        this.plans = plans;
    }

    /** Returns what the reader may see of the view. */
    public <T extends Record> T show(T view, ReaderView reader) {
        return cut(view, reader, EnumSet.noneOf(Capability.class));
    }

    /** Refuses a question whose answer would tell what the reader may not see: CAPABILITY_LOCKED. */
    void require(Capability capability, ReaderView reader) {
        if (!reader.can(capability)) {
            ReaderPlan least = plans.leastPlanOf(capability);
            throw new RequestRefused(
                    ProblemCode.CAPABILITY_LOCKED,
                    "To ask for this please upgrade to " + least.text() + ".",
                    Map.of("capability", capability.key(), "plan", least.key()));
        }
    }

    private <T extends Record> T cut(T view, ReaderView reader, Set<Capability> missing) {
        Shape shape = shapes.computeIfAbsent(view.getClass(), Shape::of);
        Set<Capability> missingHere = EnumSet.noneOf(Capability.class);
        @Nullable Object[] values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = part(shape.parts().get(i), view, reader, missingHere);
        }
        shape.lockedIndex(index -> values[index] = locks(missingHere));
        missing.addAll(missingHere);
        @SuppressWarnings("unchecked")
        T copy = (T) shape.rebuild(values);
        return copy;
    }

    private @Nullable Object part(Part part, Record view, ReaderView reader, Set<Capability> missing) {
        for (Capability capability : part.guards()) {
            if (!reader.can(capability)) {
                missing.add(capability);
                return null;
            }
        }
        return within(part.of(view), reader, missing);
    }

    private @Nullable Object within(@Nullable Object value, ReaderView reader, Set<Capability> missing) {
        return switch (value) {
            case Record record -> cut(record, reader, missing);
            case List<?> list ->
                list.stream()
                        .map(item -> item instanceof Record record ? cut(record, reader, missing) : item)
                        .toList();
            case null -> null;
            default -> value;
        };
    }

    private Map<String, String> locks(Set<Capability> missing) {
        Map<String, String> locks = new TreeMap<>();
        missing.forEach(capability ->
                locks.put(capability.key(), plans.leastPlanOf(capability).key()));
        return locks;
    }

    /** One component and what it takes to see it. */
    private record Part(RecordComponent component, List<Capability> guards) {
        @Nullable
        Object of(Record view) {
            try {
                return component.getAccessor().invoke(view);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
    }

    /** The components of a view and how to build it from them. */
    private record Shape(Constructor<?> constructor, List<Part> parts) {
        static Shape of(Class<?> type) {
            List<Part> parts = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                Requires requires = component.getAnnotation(Requires.class);
                parts.add(new Part(component, requires == null ? List.of() : List.of(requires.value())));
            }
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return new Shape(constructor, List.copyOf(parts));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record without canonical constructor: " + type, e);
            }
        }

        void lockedIndex(IntConsumer use) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).component().getName().equals("locked")) {
                    use.accept(i);
                }
            }
        }

        Object rebuild(@Nullable Object[] values) {
            try {
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot rebuild " + constructor, e);
            }
        }
    }
}
