package dev.newsfan.api;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.newsfan.fanout.Budget;
import dev.newsfan.http.Admitted;
import dev.newsfan.http.AdmittedRequest;

/** Nobody asks the sources who hasn't been let in. */
@AnalyzeClasses(packages = "dev.newsfan.api", importOptions = ImportOption.DoNotIncludeTests.class)
class AdmittedResourcesTest {

    private static final DescribedPredicate<JavaMethod> TAKE_AN_ADMITTED_REQUEST = describe(
            "take an admitted request",
            method -> method.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(AdmittedRequest.class)
                            && call.getName().equals("of")));

    /** Whatever makes news of sources needs the budget of the request. */
    private static final DescribedPredicate<JavaMethod> ASK_THE_SOURCES = describe(
            "ask the sources",
            method -> method.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTarget().getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(Budget.class))));

    @ArchTest
    static final ArchRule whoTakesAnAdmittedRequestIsAdmitted =
            methods().that(TAKE_AN_ADMITTED_REQUEST).should().beAnnotatedWith(Admitted.class);

    @ArchTest
    static final ArchRule whoAsksTheSourcesIsAdmitted =
            methods().that(ASK_THE_SOURCES).should().beAnnotatedWith(Admitted.class);
}
