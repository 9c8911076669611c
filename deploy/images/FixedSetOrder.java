import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes into a folder what, as {@code --patch-module java.base=FOLDER}, makes {@code Set.of} and {@code Map.of} have one
 * order in all JVMs: the class of the JDK that draws a salt from the clock when it is loaded, without the clock. For builds
 * alone: the salt is there so that no program counts on an order, and Quarkus' generators do.
 */
final class FixedSetOrder {
    private static final String CLASS = "java/util/ImmutableCollections.class";
    private static final long SALT = 1; // any but 0, as the JDK's own

    private FixedSetOrder() {}

    public static void main(String[] folder) throws IOException {
        Path patched = Path.of(folder[0], CLASS);
        Files.createDirectories(patched.getParent());
        Files.write(patched, withoutClock(Files.readAllBytes(Path.of(URI.create("jrt:/java.base/" + CLASS)))));
    }

    private static byte[] withoutClock(byte[] content) {
        var found = new AtomicInteger();
        CodeTransform fixed = (code, element) -> {
            if (element instanceof InvokeInstruction call && isClock(call)) {
                found.incrementAndGet();
                code.loadConstant(SALT);
            } else {
                code.with(element);
            }
        };
        byte[] changed = ClassFile.of()
                .transformClass(ClassFile.of().parse(content), ClassTransform.transformingMethodBodies(fixed));
        if (found.get() != 1) {
            throw new IllegalStateException(CLASS + " of this JDK reads the clock " + found + " times, not once");
        }
        return changed;
    }

    private static boolean isClock(InvokeInstruction call) {
        return call.owner().asInternalName().equals("java/lang/System")
                && call.name().equalsString("nanoTime");
    }
}
