package news.parallax.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No page escapes the checks that walk the list. */
class PageListTest {
    @Test
    void everyRouteOfAPageIsInTheList() {
        List<String> routes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("news.parallax.gateway").stream()
                        .filter(type -> type.getSimpleName().endsWith("Pages") && type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .filter(PageListTest::html)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> method.isAnnotationPresent(GET.class))
                                .filter(method -> !method.isAnnotationPresent(Produces.class) || html(method))
                                .map(method -> route(type, method)))
                        .toList();

        assertThat(routes).hasSizeGreaterThan(6);
        assertThat(routes)
                .allSatisfy(route -> assertThat(PageList.ALL)
                        .as("a page for " + route)
                        .anyMatch(page -> pattern(route)
                                .matcher(page.path().split("\\?")[0])
                                .matches()));
    }

    private static boolean html(AnnotatedElement type) {
        Produces produces = type.getAnnotation(Produces.class);
        return produces != null && List.of(produces.value()).contains(MediaType.TEXT_HTML);
    }

    private static String route(Class<?> type, Method method) {
        String route = "/" + path(type) + "/" + path(method);
        return route.replaceAll("/{2,}", "/").replaceAll("(.)/$", "$1");
    }

    private static String path(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
    }

    private static Pattern pattern(String route) {
        return Pattern.compile(route.replaceAll("\\{\\w+}", "[^/]+").replaceAll("\\{\\w+:\\s*([^}]+)}", "$1"));
    }
}
