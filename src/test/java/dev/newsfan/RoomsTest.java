package dev.newsfan;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.mutiny.groups.MultiCreate;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Which room of the house may use which: data flows one way. */
@AnalyzeClasses(packages = "dev.newsfan", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    private static final String FANOUT = "dev.newsfan.fanout";
    private static final String NEWS = "dev.newsfan.news";
    private static final String SOURCE = "dev.newsfan.source";
    private static final String FORMAT = "dev.newsfan.format";
    private static final String AGGREGATE = "dev.newsfan.aggregate";
    private static final String DEVSTUBS = "dev.newsfan.devstubs";
    private static final String API = "dev.newsfan.api";
    private static final String CONFIG = "dev.newsfan.config";
    private static final String HTTP = "dev.newsfan.http";
    private static final String LAB = "dev.newsfan.lab";
    private static final String OPML = "dev.newsfan.opml";
    private static final String COMMAND = "dev.newsfan.command";
    private static final String POLICY = "dev.newsfan.policy";
    private static final String REDIS = "dev.newsfan.redis";
    private static final String TIMELINE = "dev.newsfan.timeline";
    private static final String TELEMETRY = "dev.newsfan.telemetry";
    private static final String UPSTREAM = "dev.newsfan.upstream";
    private static final String WIRE = "dev.newsfan.wire";

    @ArchTest
    static final ArchRule everyClassLivesInARoom = classes()
            .should()
            .resideInAnyPackage(
                    FANOUT,
                    NEWS,
                    CONFIG,
                    FORMAT,
                    SOURCE,
                    UPSTREAM,
                    POLICY,
                    AGGREGATE,
                    HTTP,
                    API,
                    DEVSTUBS,
                    WIRE,
                    TIMELINE,
                    TELEMETRY,
                    REDIS,
                    OPML,
                    COMMAND,
                    LAB + "..");

    @ArchTest
    static final ArchRule fanoutCanBeLiftedOutWithMutinyAlone = classes()
            .that()
            .resideInAPackage(FANOUT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(FANOUT, "java..", "io.smallrye.mutiny..");

    @ArchTest
    static final ArchRule newsIsPureJava = classes()
            .that()
            .resideInAPackage(NEWS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(NEWS, "java..");

    @ArchTest
    static final ArchRule timelinesArePureJava = classes()
            .that()
            .resideInAPackage(TIMELINE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(TIMELINE, "java..");

    @ArchTest
    static final ArchRule whatIsToldHearsOfStepsAlone =
            room(TELEMETRY, TIMELINE, CONFIG).allowEmptyShould(true);

    @ArchTest
    static final ArchRule configKnowsNobody = room(CONFIG);

    @ArchTest
    static final ArchRule theWireKnowsNobody = room(WIRE);

    @ArchTest
    static final ArchRule formatsReadArticles = room(FORMAT, NEWS);

    @ArchTest
    static final ArchRule policiesKnowNeitherClientsNorFormats = room(POLICY, NEWS, CONFIG, TIMELINE);

    @ArchTest
    static final ArchRule theSharedStoreKnowsNoSource = room(REDIS, POLICY, CONFIG);

    @ArchTest
    static final ArchRule clientsKnowNoArticles = room(UPSTREAM, POLICY, FORMAT, CONFIG, WIRE, TIMELINE);

    @ArchTest
    static final ArchRule sourcesKnowNoRequest = room(SOURCE, UPSTREAM, POLICY, FORMAT, NEWS, CONFIG, TIMELINE);

    @ArchTest
    static final ArchRule filesOfFeedsBecomeConfiguration =
            room(OPML, FORMAT, CONFIG).allowEmptyShould(true);

    @ArchTest
    static final ArchRule commandsAskTheAggregate =
            room(COMMAND, AGGREGATE, FANOUT, POLICY).allowEmptyShould(true);

    @ArchTest
    static final ArchRule theOthersMeetInTheAggregate = room(AGGREGATE, FANOUT, SOURCE, POLICY, NEWS, CONFIG, TIMELINE);

    @ArchTest
    static final ArchRule httpKnowsNoNews = room(HTTP, FANOUT, CONFIG, WIRE, TIMELINE);

    @ArchTest
    static final ArchRule apiAsksTheAggregate = room(API, HTTP, AGGREGATE, NEWS, FANOUT, TIMELINE);

    @ArchTest
    static final ArchRule labKnowsNoNews = room(LAB + "..", HTTP, FANOUT, POLICY, CONFIG);

    @ArchTest
    static final ArchRule anExperimentUsesNoOther = slices().matching(LAB + ".(*)")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage(LAB + ".tasks", LAB + ".eventloops"))
            .as("An experiment uses no other, but what they share");

    @ArchTest
    static final ArchRule whatExperimentsShareKnowsNone = noClasses()
            .that()
            .resideInAPackage(LAB)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(LAB + ".*");

    @ArchTest
    static final ArchRule nobodyNeedsTheDevStubs = room(DEVSTUBS, HTTP, API);

    @ArchTest
    static final ArchRule roomsDoNotUseEachOtherInACircle =
            slices().matching("dev.newsfan.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule aClassIsPublicOnlyIfAnotherRoomNeedsIt = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .arePublic()
            // SmallRye Config implements it with a class that it generates.
            .and()
            .areNotAnnotatedWith(ConfigMapping.class)
            // The JVM calls it.
            .and()
            .areNotAnnotatedWith(QuarkusMain.class)
            // It makes these itself, by a public constructor.
            .and()
            .areNotAssignableTo(ConfigSource.class)
            .and()
            .areNotAssignableTo(ConfigSourceFactory.class)
            .should(beNeededByAnotherRoom());

    /** Cancelled while another thread emits, such an emitter keeps a thread busy for ever: see EventLoopEmitter. */
    @ArchTest
    static final ArchRule nobodyElseEmitsIntoABuffer = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(AGGREGATE + ".EventLoopEmitter")
            .should()
            .callMethod(MultiCreate.class, "emitter", Consumer.class)
            .orShould()
            .callMethod(MultiCreate.class, "emitter", Consumer.class, int.class);

    private static ArchRule room(String room, String... others) {
        String[] allowed = Stream.concat(Stream.of(room), Arrays.stream(others)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.newsfan..").and(not(resideInAnyPackage(allowed))))
                .as(room + " uses no other room" + (others.length == 0 ? "" : " but " + String.join(", ", others)));
    }

    private static ArchCondition<JavaClass> beNeededByAnotherRoom() {
        return new ArchCondition<>("be needed by another room") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean needed = isUsedByAnotherRoom(type) || isPartOfWhatAnotherRoomUses(type);
                events.add(new SimpleConditionEvent(type, needed, type.getName() + " is public"));
            }
        };
    }

    private static boolean isUsedByAnotherRoom(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(part -> part.equals(type) || part.getName().startsWith(type.getName() + "$"))
                .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    /** Such as the type of a public method's result. */
    private static boolean isPartOfWhatAnotherRoomUses(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(other -> !other.equals(type) && isUsedByAnotherRoom(other))
                .flatMap(other -> other.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .anyMatch(method -> method.getAllInvolvedRawTypes().contains(type));
    }
}
