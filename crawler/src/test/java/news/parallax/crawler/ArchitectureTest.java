package news.parallax.crawler;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "news.parallax.crawler", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String OURS = "news\\.parallax\\.crawler(\\.(?!v1)\\w+)?\\.";

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("news.parallax.crawler.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyEndpointsClientsAndMessagesSeeGeneratedTypes = noClasses()
            .that()
            .haveNameNotMatching(".*(Endpoint|Client|Messages)(\\$.*)?")
            .and()
            .resideOutsideOfPackage("..v1..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("news.parallax..v1.."));

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .that()
            .resideOutsideOfPackage("..v1..")
            .should()
            .haveNameMatching(OURS + "\\w*(Impl|Manager|Helper|Utils?|Processor|Handler|Base|Abstract)\\w*")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule parsersAndScheduleArePure = noClasses()
            .that()
            .resideInAnyPackage("..crawler.feed..", "..crawler.page..", "..crawler.schedule..", "..crawler.text..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.net.http..", "java.nio.file..", "io.grpc..", "..crawler.fetch..", "..crawler.delivery.."));

    @ArchTest
    static final ArchRule onlyFetchOpensConnections = noClasses()
            .that()
            .resideOutsideOfPackages("..crawler.fetch..", "..crawler.sample..", "..crawler.bench..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("okhttp3\\.OkHttpClient.*|java\\.net\\.(Socket|HttpURLConnection|http\\..*)");

    @ArchTest
    static final ArchRule topLevelClassesAreFinalUnlessTheContainerMakesThem = classes()
            .that()
            .resideInAnyPackage("..crawler.feed..", "..crawler.page..", "..crawler.schedule..", "..crawler.text..")
            .and()
            .areNotAnnotatedWith("jakarta.inject.Singleton")
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveModifier(JavaModifier.FINAL);
}
