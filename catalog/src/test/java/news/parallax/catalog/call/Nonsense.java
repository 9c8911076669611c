package news.parallax.catalog.call;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Random;

/** Makes requests that are wrong in some field, at random: of every type, by its descriptor alone. */
final class Nonsense {
    private static final int DEPTH_MAX = 5;

    private final Random random;
    private final List<String> texts;

    /** @param known ids and URLs of things that are there, so that not every request ends at its first field */
    Nonsense(Random random, List<String> known) {
        this.random = random;
        this.texts = known;
    }

    /** Returns a message of which each field may be anything. */
    Message any(Message prototype) {
        return fill(prototype.newBuilderForType(), DEPTH_MAX);
    }

    /** Returns the message with one field, at any depth, that may be anything. */
    Message spoil(Message message) {
        Message.Builder builder = message.toBuilder();
        List<FieldDescriptor> fields = message.getDescriptorForType().getFields();
        if (fields.isEmpty()) {
            return message;
        }
        FieldDescriptor field = fields.get(random.nextInt(fields.size()));
        boolean filled = field.isRepeated() ? message.getRepeatedFieldCount(field) > 0 : isSet(message, field);
        if (isMessage(field) && filled && random.nextInt(4) > 0) {
            if (field.isRepeated()) {
                int place = random.nextInt(message.getRepeatedFieldCount(field));
                builder.setRepeatedField(field, place, spoil((Message) message.getRepeatedField(field, place)));
            } else {
                builder.setField(field, spoil((Message) message.getField(field)));
            }
        } else {
            builder.clearField(field);
            set(builder, field, DEPTH_MAX);
        }
        return builder.build();
    }

    /** Returns the messages of a stream with some of them spoiled, and some that may be anything. */
    List<Message> spoil(List<? extends Message> stream, Message prototype) {
        return stream.stream()
                .map(message -> switch (random.nextInt(8)) {
                    case 0 -> any(prototype);
                    case 1 -> spoil(message);
                    default -> message;
                })
                .toList();
    }

    private static boolean isSet(Message message, FieldDescriptor field) {
        return !field.hasPresence() || message.hasField(field);
    }

    private Message fill(Message.Builder builder, int depth) {
        for (FieldDescriptor field : builder.getDescriptorForType().getFields()) {
            if (random.nextInt(3) > 0) {
                set(builder, field, depth);
            }
        }
        return builder.build();
    }

    private void set(Message.Builder builder, FieldDescriptor field, int depth) {
        if (isMessage(field) && depth == 0) {
            return;
        }
        if (field.isRepeated()) {
            int count = random.nextInt(12) == 0 ? 300 + random.nextInt(400) : random.nextInt(4);
            int inner = count > 4 ? Math.min(depth, 1) : depth;
            for (int number = 0; number < count; number++) {
                builder.addRepeatedField(field, value(builder, field, inner));
            }
        } else {
            builder.setField(field, value(builder, field, depth));
        }
    }

    private Object value(Message.Builder builder, FieldDescriptor field, int depth) {
        return switch (field.getJavaType()) {
            case STRING -> text();
            case INT -> pick(0, 1, -1, 7, Integer.MAX_VALUE, Integer.MIN_VALUE);
            case LONG -> pick(0L, 1L, -1L, 253_402_300_800L, Long.MAX_VALUE, Long.MIN_VALUE);
            case DOUBLE -> pick(0.5, 0.0, -1.0, 2.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE);
            case FLOAT -> pick(0.5f, -1f, Float.NaN);
            case BOOLEAN -> random.nextBoolean();
            case BYTE_STRING -> ByteString.copyFrom(new byte[pick(0, 1, 100, 9_000)]);
            case ENUM -> field.getEnumType().findValueByNumberCreatingIfUnknown(pick(0, 1, 2, 3, 5, 99, -1));
            case MESSAGE -> fill(builder.newBuilderForField(field), depth - 1);
        };
    }

    private String text() {
        return switch (random.nextInt(14)) {
            case 0 -> "";
            case 1 -> "\0";
            case 2 -> "a\0b\uFFFF";
            case 3 -> "x".repeat(pick(300, 3_000, 30_000));
            case 4 -> "'; drop table story; --";
            case 5 -> "%_\\";
            case 6 -> pick("-1", "99999999999999999999", "0", "1e400");
            case 7 ->
                pick("http://[::1", "https://", "ftp://a.example/b", "//a", "https://\u00E9.example/\uD83D\uDE00");
            case 8 -> pick("AAAA", "TEFURVNUCm51bGw", "====", "Z2FyYmFnZQpnYXJiYWdlCmdhcmJhZ2U");
            case 9 -> "\u202Eا \uD83D\uDE00 ́";
            case 10 -> "\uFFFE\u0085";
            default -> texts.get(random.nextInt(texts.size()));
        };
    }

    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
