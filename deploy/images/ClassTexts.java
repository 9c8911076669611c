import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/**
 * The texts of a class file: its names and literals, in the order of its constant pool (JVMS 4.4). Replacing them where they
 * stand changes not one instruction, which {@code java.lang.classfile} cannot promise: it makes pool and frames anew.
 */
final class ClassTexts {
    private static final int TEXT = 1;

    private ClassTexts() {}

    static byte[] replaced(byte[] content, UnaryOperator<String> replacement) {
        var replaced = new ByteArrayOutputStream(content.length);
        try (var in = new DataInputStream(new ByteArrayInputStream(content));
                var out = new DataOutputStream(replaced)) {
            out.writeLong(in.readLong()); // magic number and version
            int count = in.readUnsignedShort();
            out.writeShort(count);
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                out.writeByte(tag);
                if (tag == TEXT) {
                    out.writeUTF(replacement.apply(in.readUTF()));
                } else {
                    out.write(in.readNBytes(bytesOf(tag)));
                }
                i += slotsOf(tag) - 1;
            }
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return replaced.toByteArray();
    }

    private static int bytesOf(int tag) {
        return switch (tag) {
            case 5, 6 -> 8; // long, double
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4; // int, float, and what refers to two others
            case 15 -> 3; // method handle
            case 7, 8, 16, 19, 20 -> 2; // what refers to one
            default -> throw new IllegalArgumentException("no constant has the tag " + tag);
        };
    }

    private static int slotsOf(int tag) {
        return tag == 5 || tag == 6 ? 2 : 1;
    }
}
