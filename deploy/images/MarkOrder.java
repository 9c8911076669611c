import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.util.Comparator;

/**
 * Sorts the members of the annotation by which Hibernate marks the classes that it changed, which come in the order in which
 * reflection tells the methods of the annotation; that is by addresses in the memory of a JVM, mostly the same, not always.
 */
final class MarkOrder {
    private static final String MARK = "Lorg/hibernate/bytecode/enhance/spi/EnhancementInfo;";

    private MarkOrder() {}

    /** The class with its mark sorted; any without as it is. */
    static byte[] sorted(byte[] content) {
        var model = NewPool.FORMAT.parse(content);
        boolean marked = model.findAttribute(Attributes.runtimeVisibleAnnotations())
                .filter(attribute -> attribute.annotations().stream().anyMatch(MarkOrder::isMark))
                .isPresent();
        return marked ? NewPool.FORMAT.transformClass(model, MarkOrder::write) : content;
    }

    private static boolean isMark(Annotation annotation) {
        return annotation.className().equalsString(MARK);
    }

    private static void write(ClassBuilder builder, ClassElement element) {
        switch (element) {
            case RuntimeVisibleAnnotationsAttribute attribute ->
                builder.with(RuntimeVisibleAnnotationsAttribute.of(attribute.annotations().stream()
                        .map(annotation -> isMark(annotation) ? sorted(annotation) : annotation)
                        .toList()));
            case MethodModel method ->
                builder.transformMethod(method, (inMethod, part) -> {
                    if (part instanceof CodeModel code) {
                        inMethod.transformCode(code, NewPool.code(code, code.elementList()));
                    } else {
                        inMethod.with(part);
                    }
                });
            default -> builder.with(element);
        }
    }

    private static Annotation sorted(Annotation mark) {
        return Annotation.of(
                mark.className(),
                mark.elements().stream()
                        .sorted(Comparator.comparing(element -> element.name().stringValue()))
                        .toList());
    }
}
