package dev.newsfan;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.platform.commons.annotation.Testable;

/** How the tests of every room are written. */
@AnalyzeClasses(packages = "dev.newsfan")
class TestStyleTest {

    private static final int TOO_LONG = 60;

    private static final DescribedPredicate<JavaClass> TESTS = describe(
            "belong to the tests",
            type -> ImportOption.Predefined.ONLY_INCLUDE_TESTS.includes(
                    Location.of(type.getSource().orElseThrow().getUri())));

    @ArchTest
    static final ArchRule aTestIsNamedByAShortSentence =
            methods().that().areMetaAnnotatedWith(Testable.class).should(haveAShortName());

    @ArchTest
    static final ArchRule oneLibraryAsserts = noClasses()
            .that(TESTS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hamcrest..")
            .because("AssertJ does");

    @ArchTest
    static final ArchRule noTestWaitsForAFixedTime = noClasses()
            .that(TESTS)
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .orShould()
            .callMethod(Thread.class, "sleep", java.time.Duration.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class)
            .because("a test waits for a condition");

    @ArchTest
    static final ArchRule aNameStandsForOneClass =
            classes().that().areTopLevelClasses().should(haveANameOfTheirOwn());

    private static ArchCondition<JavaMethod> haveAShortName() {
        return new ArchCondition<>("have a name of fewer than " + TOO_LONG + " characters") {
            @Override
            public void check(JavaMethod test, ConditionEvents events) {
                int length = test.getName().length();
                events.add(new SimpleConditionEvent(
                        test, length < TOO_LONG, test.getFullName() + " has " + length + " characters"));
            }
        };
    }

    private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
        return new ArchCondition<>("have a name of their own, in service and tests together") {
            private Map<String, Long> named = Map.of();

            @Override
            public void init(Collection<JavaClass> all) {
                named = all.stream().collect(groupingBy(JavaClass::getSimpleName, counting()));
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                // Every package may have its description, which is a class of this name.
                boolean alone = named.get(type.getSimpleName()) == 1
                        || type.getSimpleName().equals("package-info");
                events.add(new SimpleConditionEvent(type, alone, type.getName() + " has a namesake"));
            }
        };
    }
}
