package org.digitlens.training;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds what the packages say of themselves. */
@AnalyzeClasses(packages = "org.digitlens.training", importOptions = DoNotIncludeTests.class)
class PackagesTest {
    private static final String BASE = "org.digitlens.training.";

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(BASE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_SHARED_PACKAGE_IMPORTS_NONE = noClasses().that().resideInAPackage("org.digitlens.training")
            .should().dependOnClassesThat().resideInAPackage(BASE + "*..");

    @ArchTest
    static final ArchRule ONLY_NETWORKS_AND_RUNS_USE_DJL = noClasses().that()
            .resideInAnyPackage(BASE + "data", BASE + "augment", BASE + "outlier", BASE + "onnx", BASE + "measure", BASE + "linear", BASE + "command")
            .should().dependOnClassesThat().resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule ONLY_MEASURING_USES_ONNX_RUNTIME = noClasses().that().resideOutsideOfPackage(BASE + "measure")
            .should().dependOnClassesThat().resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule ONLY_THE_LINEAR_SOFTMAX_USES_TRIBUO = noClasses().that().resideOutsideOfPackage(BASE + "linear")
            .should().dependOnClassesThat().resideInAPackage("org.tribuo..");

    @ArchTest
    static final ArchRule ONLY_REPORTS_DRAW_CHARTS = noClasses().that().resideInAPackage(BASE + "*..")
            .and().resideOutsideOfPackage(BASE + "report")
            .should().dependOnClassesThat().resideInAnyPackage("org.digitlens.chart", "org.knowm..");

    @ArchTest
    static final ArchRule REPORTS_ONLY_TELL_WHAT_WAS_MEASURED = noClasses().that().resideInAPackage(BASE + "report")
            .should().dependOnClassesThat().haveSimpleName("OnnxClassifier");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_PICOCLI = noClasses().that().resideOutsideOfPackage(BASE + "command")
            .should().dependOnClassesThat().resideInAPackage("picocli..");
}
