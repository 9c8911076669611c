package news.parallax.clusterer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "news.parallax.clusterer", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] GENERATED = {
        "news.parallax.article.v1..", "news.parallax.catalog.v1..", "news.parallax.clusterer.v1.."
    };

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("news.parallax.clusterer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule textAndStorySeeOnlyJavaIcuAndEachOther = classes()
            .that()
            .resideInAnyPackage("news.parallax.clusterer.text..", "news.parallax.clusterer.story..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "com.ibm.icu..", "news.parallax.clusterer.text..", "news.parallax.clusterer.story..")
            .because(
                    "ICU is what java.text would be if it knew all scripts: tables of Unicode, nothing that runs or calls");

    @ArchTest
    static final ArchRule textDoesNotKnowStories = noClasses()
            .that()
            .resideInAPackage("news.parallax.clusterer.text..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("news.parallax.clusterer.story..");

    @ArchTest
    static final ArchRule onlyTheWireSeesGeneratedTypes = noClasses()
            .that()
            .haveNameNotMatching(".*(Endpoint|Client|Messages)(\\$.*)?")
            .and()
            .resideOutsideOfPackages(GENERATED)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(GENERATED);

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Processor|Handler)(\\$.*)?")
            .orShould()
            .haveNameMatching(".*[.$](Abstract|Base)[A-Z]\\w*");
}
