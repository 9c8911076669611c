package news.parallax.gateway.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** The settings that a packaged service has when it starts, as variables of its environment: ours, and those of its extensions. */
final class RealSettings {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    /** What stands for a key of a map in the variables of extensions, as {@code __CLIENT_NAME__}. */
    private static final String KEY = "__[A-Z_]+?__";

    private final Set<String> exact = new HashSet<>();
    private final Set<Pattern> patterns = new HashSet<>();

    private RealSettings() {}

    static RealSettings of(String service) throws IOException, ClassNotFoundException {
        Path module = Path.of("..", service);
        var settings = new RealSettings();
        settings.addOurs(module.resolve("target/classes"));
        try (var jars = Files.walk(module.resolve("target/quarkus-app/lib"))) {
            for (Path jar :
                    jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                settings.addOfExtension(jar);
            }
        }
        return settings;
    }

    boolean has(String variable) {
        return exact.contains(variable)
                || patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(variable).matches());
    }

    private void addOurs(Path classes) throws IOException, ClassNotFoundException {
        URL[] urls = {classes.toUri().toURL()};
        try (var loader = new URLClassLoader(urls, RealSettings.class.getClassLoader());
                var files = Files.walk(classes)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Config.class"))
                    .toList()) {
                String name = classes.relativize(file).toString().replace(".class", "");
                Class<?> type = loader.loadClass(name.replace('/', '.'));
                if (type.getAnnotation(ConfigMapping.class) instanceof ConfigMapping mapping) {
                    ConfigMappings.getProperties(ConfigClass.configClass(type, mapping.prefix()))
                            .keySet()
                            .forEach(property -> add(variable(property.replace("*", "__KEY__"))));
                }
            }
        }
    }

    private void addOfExtension(Path path) throws IOException {
        try (var jar = new JarFile(path.toFile())) {
            if (jar.getEntry(MODEL) != null) {
                JsonNode model = JSON.readTree(jar.getInputStream(jar.getEntry(MODEL)));
                for (JsonNode item : model.findParents("phase")) {
                    if (item.path("phase").asText().equals("RUN_TIME")) {
                        add(item.at("/path/environmentVariable").asText());
                    }
                }
            }
        }
    }

    private void add(String variable) {
        List<String> parts = List.of(variable.split(KEY, -1));
        if (parts.size() == 1) {
            exact.add(variable);
        } else {
            patterns.add(Pattern.compile(String.join("_[A-Z0-9_]+?_", parts).replaceAll("_$", "")));
        }
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
