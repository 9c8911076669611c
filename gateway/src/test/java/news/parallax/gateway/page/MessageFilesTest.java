package news.parallax.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of every bundle is there in every language, and says the same things. */
class MessageFilesTest {
    private static final Path FILES = Path.of("src/main/resources/messages");
    private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z][a-zA-Z.]*)}");

    static Stream<Class<?>> bundles() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("news.parallax.gateway").stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasEveryWord(Class<?> bundle) throws IOException {
        String name = bundle.getAnnotation(MessageBundle.class).value();
        List<String> keys = Arrays.stream(bundle.getMethods())
                .flatMap(MessageFilesTest::keys)
                .sorted()
                .toList();
        for (String language : List.of("de", "fr", "es")) {
            assertThat(new TreeSet<>(file(name + "_" + language).stringPropertyNames()))
                    .as(name + " in " + language)
                    .containsExactlyElementsOf(keys);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageTellsTheSameValues(Class<?> bundle) throws IOException {
        String name = bundle.getAnnotation(MessageBundle.class).value();
        var english = new TreeMap<String, TreeSet<String>>();
        Arrays.stream(bundle.getMethods())
                .forEach(method -> english.put(
                        method.getName(),
                        values(method.getAnnotation(Message.class).value())));
        for (String language : List.of("de", "fr", "es")) {
            Properties words = file(name + "_" + language);
            english.forEach((key, values) -> {
                if (words.containsKey(key)) {
                    assertThat(values(words.getProperty(key)))
                            .as(name + "." + key + " in " + language)
                            .isEqualTo(values);
                }
            });
        }
    }

    /** A label is a message for each of its values. */
    private static Stream<String> keys(Method message) {
        boolean label = message.getParameterCount() == 1
                && message.getParameterTypes()[0].isEnum()
                && message.getAnnotation(Message.class).value().equals(Message.DEFAULT_VALUE);
        if (!label) {
            return Stream.of(message.getName());
        }
        List<String> constants = Arrays.stream(message.getParameterTypes()[0].getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        String separator = constants.stream().anyMatch(constant -> constant.contains("_")) ? "_$" : "_";
        return constants.stream().map(constant -> message.getName() + separator + constant);
    }

    private static TreeSet<String> values(String template) {
        return VALUE.matcher(template).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties file(String name) throws IOException {
        var words = new Properties();
        try (Reader reader = Files.newBufferedReader(FILES.resolve(name + ".properties"))) {
            words.load(reader);
        }
        return words;
    }
}
