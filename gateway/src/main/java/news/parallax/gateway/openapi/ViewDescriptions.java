package news.parallax.gateway.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Requires;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Describes the fields of answers by what the records say of their components: the comment, whether they are always there,
 * and which capability they need (x-requires).
 */
final class ViewDescriptions {
    private static final String ROOT = "news.parallax.gateway.";

    private final Map<String, Class<?>> records = new TreeMap<>();

    ViewDescriptions(IndexView index) {
        index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(ROOT))
                .forEach(this::add);
    }

    private void add(ClassInfo type) {
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            Class<?> loaded = Class.forName(type.name().toString(), false, loader);
            records.put(loaded.getSimpleName(), loaded);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("indexed but not there: " + type, e);
        }
    }

    /** Completes the schema of a record. */
    void complete(String name, Schema schema) {
        recordOf(name).ifPresent(type -> complete(type, schema));
    }

    /** Schemas of records with a type parameter are named by both: CountViewBiasLabel. */
    private Optional<Class<?>> recordOf(String schemaName) {
        return records.entrySet().stream()
                .filter(each -> schemaName.startsWith(each.getKey()))
                .max(Comparator.comparingInt(each -> each.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private void complete(Class<?> type, Schema schema) {
        Comment comment = Comment.of(type);
        if (schema.getDescription() == null && !comment.summary().isEmpty()) {
            schema.setDescription(comment.summary());
        }
        List<String> required = new ArrayList<>();
        describe(type, schema, required, false);
        if (!required.isEmpty()) {
            schema.setRequired(required.stream().sorted().toList());
        }
    }

    /** @param optional whether the record stands in another one that may be without it */
    private void describe(Class<?> type, Schema schema, List<String> required, boolean optional) {
        Comment comment = Comment.of(type);
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                    || component.isAnnotationPresent(JsonUnwrapped.class)) {
                describe(component.getType(), schema, required, optional || mayBeAbsent(component));
                continue;
            }
            Schema property = properties(schema).get(component.getName());
            if (property != null) {
                describe(component, property, comment);
                if (!optional && !mayBeAbsent(component)) {
                    required.add(component.getName());
                }
            }
        }
    }

    private static void describe(RecordComponent component, Schema property, Comment comment) {
        String text = comment.of(component.getName());
        if (property.getDescription() == null && !text.isEmpty()) {
            property.setDescription(text);
        }
        if (nullable(component) && !mayBeAbsent(component) && property.getRef() == null) {
            property.addType(Schema.SchemaType.NULL);
        }
        Requires requires = component.getAnnotation(Requires.class);
        if (requires != null) {
            property.addExtension(
                    "x-requires",
                    Arrays.stream(requires.value()).map(Capability::key).collect(Collectors.joining(" ")));
        }
    }

    private static Map<String, Schema> properties(Schema schema) {
        return Optional.ofNullable(schema.getProperties()).orElse(Map.of());
    }

    /** Null is left out, unless the component says otherwise; so is what is empty, if it says so. */
    private static boolean mayBeAbsent(RecordComponent component) {
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        JsonInclude ofField = fieldAnnotation(component);
        JsonInclude own = ofField == null ? include : ofField;
        if (own != null) {
            return own.value() != JsonInclude.Include.ALWAYS;
        }
        JsonInclude ofType = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
        return (nullable(component) && ofType != null)
                || (ofType != null && ofType.value() == JsonInclude.Include.NON_EMPTY);
    }

    private static boolean nullable(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation -> annotation.annotationType() == Nullable.class);
    }

    private static @Nullable JsonInclude fieldAnnotation(RecordComponent component) {
        try {
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotation(JsonInclude.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("every component has a field", e);
        }
    }
}
