package io.warmup.agent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrows point inwards. */
class ArchitectureTest {

  private static final String AGENT = "io.warmup.agent.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.warmup.agent");

  @TestFactory
  Stream<DynamicTest> arrowsPointInwards() {
    return Stream.of(
            onlyKnows("log"),
            onlyKnows("thread"),
            onlyKnows("jar"),
            onlyKnows("bridge"),
            onlyKnows("guard", "log"),
            onlyKnows("config", "log", "thread"),
            onlyKnows("cache"),
            onlyKnows("fleet", "config", "thread"),
            onlyKnows("holdout", "cache", "config"),
            onlyKnows("recorder", "cache", "bridge", "log"),
            onlyKnows("warmer", "cache", "config", "fleet", "holdout", "log", "thread"),
            onlyKnows("lifecycle", "cache", "config", "log"),
            onlyKnows("strategy", "cache", "config", "jar", "lifecycle", "log", "thread"),
            onlyKnows(
                "report", "cache", "config", "holdout", "lifecycle", "log", "recorder", "warmer"),
            onlyKnows(
                "control", "cache", "config", "lifecycle", "log", "recorder", "report", "warmer"),
            onlyKnows("metrics", "control", "recorder", "warmer"),
            onlyKnows("live", "config", "control", "metrics", "report", "thread"),
            onlyKnows("jmx", "control", "recorder", "report", "warmer"),
            onlyKnows("jfr", "config", "control", "lifecycle", "report", "warmer"),
            onlyKnows("instrument", "bridge", "jar", "log", "recorder"),
            onlyKnows(
                "integration",
                "bridge",
                "cache",
                "config",
                "fleet",
                "lifecycle",
                "log",
                "metrics",
                "recorder",
                "report",
                "warmer"),
            onlyKnows("cli", "config", "control", "jmx", "log", "report", "strategy", "warmer"),
            bytecodeIsForInstrumentAlone(),
            adaptersAreReachedThroughPortsAlone(),
            nothingIsDeserialised(),
            slices().matching("io.warmup.agent.(*)..").should().beFreeOfCycles())
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES)));
  }

  /** A part knows itself, the api, and the parts named. */
  private static ArchRule onlyKnows(String part, String... others) {
    String[] known =
        Stream.concat(Stream.of(part), Stream.of(others))
            .map(name -> AGENT + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(AGENT + part + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.warmup.agent..")
                .and(
                    com.tngtech.archunit.base.DescribedPredicate.not(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                            known))))
        .as(part + " knows nothing but " + String.join(", ", others))
        .allowEmptyShould(true);
  }

  private static ArchRule bytecodeIsForInstrumentAlone() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(AGENT + "instrument..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.bytebuddy..");
  }

  /** Whoever can write what is read back that way runs code here. */
  private static ArchRule nothingIsDeserialised() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(java.io.ObjectInputStream.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.io.ObjectInputFilter.class)
        .as("nothing is deserialised");
  }

  /**
   * They belong to another class loader: whoever named one directly would get a second, dead copy.
   */
  private static ArchRule adaptersAreReachedThroughPortsAlone() {
    return classes()
        .that()
        .resideInAPackage(AGENT + "integration..")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAPackage(AGENT + "integration..");
  }
}
