package news.parallax.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;

@AnalyzeClasses(packages = "news.parallax.catalog", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String GENERATED = "news.parallax..v1..";

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().matching("news.parallax.catalog.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), Predicates.resideInAPackage(GENERATED));

    @ArchTest
    static final ArchRule onlyEndpointsClientsAndMessagesSeeGeneratedTypes = noClasses()
            .that()
            .resideOutsideOfPackage(GENERATED)
            .and()
            .haveNameNotMatching(".*(Endpoint|Client|Messages)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(GENERATED);

    @ArchTest
    static final ArchRule onlyRepositoriesQuery = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule theArithmeticKnowsNoDatabaseAndNoService = classes()
            .that()
            .resideInAPackage("..catalog.coverage..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "..catalog.coverage..", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..");

    @ArchTest
    static final ArchRule noClassHidesWhatItDoes = noClasses()
            .that()
            .resideOutsideOfPackage(GENERATED)
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Processor|Handler|Base|Abstract.*)");
}
