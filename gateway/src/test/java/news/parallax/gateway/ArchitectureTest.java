package news.parallax.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "news.parallax.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("news.parallax.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyClientsAndMessagesSeeGeneratedTypes = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Client")
            .and()
            .haveSimpleNameNotEndingWith("Messages")
            .and()
            .resideOutsideOfPackages("news.parallax.catalog.v1..", "news.parallax.article.v1..")
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("news.parallax.catalog.v1..", "news.parallax.article.v1..");

    @ArchTest
    static final ArchRule viewsAreRecords =
            classes().that().haveSimpleNameEndingWith("View").should().beRecords();

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Processor")
            .orShould()
            .haveSimpleNameEndingWith("Handler")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .orShould()
            .haveSimpleNameStartingWith("Base");
}
