import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Sorts the members of a proxy by Byte Buddy, which come in the order in which reflection tells the methods of a class; that
 * is by addresses in the memory of a JVM. Methods are sorted by name and type; fields that hold a method, and what finds it
 * in the initializer, by that method. No method is found by what was found before, so they may be found in any order.
 */
final class ProxyOrder {
    private static final Comparator<MethodModel> BY_NAME_AND_TYPE = Comparator.comparing(
            method -> method.methodName().stringValue() + method.methodType().stringValue());

    private ProxyOrder() {}

    /** The class sorted; any other than such a proxy as it is. */
    static byte[] sorted(byte[] content) {
        var model = NewPool.FORMAT.parse(content);
        boolean proxy = model.fields().stream().anyMatch(field -> isDrawn(field.fieldName()));
        return proxy ? NewPool.FORMAT.transformClass(model, sorting(model)) : content;
    }

    private static boolean isDrawn(Utf8Entry field) {
        return DrawnNames.FIELD.matcher(field.stringValue()).matches();
    }

    private static ClassTransform sorting(ClassModel model) {
        var initializer = initializer(model);
        var order = initializer.stream()
                .filter(FieldInstruction.class::isInstance)
                .map(element -> ((FieldInstruction) element).name().stringValue())
                .toList();
        return new ClassTransform() {
            @Override
            public void accept(ClassBuilder builder, ClassElement element) {
                if (!(element instanceof FieldModel) && !(element instanceof MethodModel)) {
                    builder.with(element);
                }
            }

            @Override
            public void atEnd(ClassBuilder builder) {
                model.fields().stream()
                        .sorted(Comparator.comparing(
                                field -> order.indexOf(field.fieldName().stringValue())))
                        .forEach(builder::with);
                model.methods().stream()
                        .sorted(BY_NAME_AND_TYPE)
                        .forEach(method -> builder.transformMethod(method, (inMethod, element) -> {
                            if (element instanceof CodeModel code) {
                                boolean initializes = method.methodName().equalsString("<clinit>");
                                inMethod.transformCode(
                                        code, NewPool.code(code, initializes ? initializer : code.elementList()));
                            } else {
                                inMethod.with(element);
                            }
                        }));
            }
        };
    }

    /** Apart from the opcode of a constant, which tells its place in the pool. */
    private static String words(CodeElement element) {
        return switch (element) {
            case ConstantInstruction constant
            when constant.constantValue() instanceof ClassDesc type -> type.descriptorString();
            case ConstantInstruction constant -> constant.constantValue().toString();
            case InvokeInstruction call -> call.owner().asInternalName() + "." + call.name() + call.type();
            default -> element.toString();
        };
    }

    /** What finds one method after another, sorted by what it says. */
    private static List<CodeElement> initializer(ClassModel model) {
        var code = model.methods().stream()
                .filter(method -> method.methodName().equalsString("<clinit>"))
                .findFirst()
                .flatMap(MethodModel::code)
                .orElseThrow();
        var statements = new TreeMap<String, List<CodeElement>>();
        var statement = new ArrayList<CodeElement>();
        for (CodeElement element : code) {
            if (element instanceof FieldInstruction put && put.opcode() == Opcode.PUTSTATIC && isDrawn(put.name())) {
                String words =
                        statement.stream().map(ProxyOrder::words).toList().toString();
                statement.add(put);
                if (statements.put(words, List.copyOf(statement)) != null) {
                    throw new IllegalArgumentException("two fields of a proxy hold the same method: " + words);
                }
                statement.clear();
            } else if (element instanceof Instruction) {
                statement.add(element);
            } else {
                throw new IllegalArgumentException(
                        "the initializer of a proxy does more than to find methods: " + element);
            }
        }
        var sorted = new ArrayList<CodeElement>();
        statements.values().forEach(sorted::addAll);
        sorted.addAll(statement); // the return
        return sorted;
    }
}
