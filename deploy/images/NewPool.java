import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.util.List;

/** Writes classes with a new constant pool, in the order in which they use it. */
final class NewPool {
    /** Frames are not computed; {@link #code} takes over those of the class. */
    static final ClassFile FORMAT = ClassFile.of(ConstantPoolSharingOption.NEW_POOL, StackMapsOption.DROP_STACK_MAPS);

    private NewPool() {}

    /** Writes these elements of a method in the place of those that it has, with its frames. */
    static CodeTransform code(CodeModel code, List<CodeElement> elements) {
        return new CodeTransform() {
            @Override
            public void accept(CodeBuilder builder, CodeElement element) {} // all of them at the end

            @Override
            public void atEnd(CodeBuilder builder) {
                elements.forEach(builder::with);
                code.findAttribute(Attributes.stackMapTable()).ifPresent(builder::with);
            }
        };
    }
}
