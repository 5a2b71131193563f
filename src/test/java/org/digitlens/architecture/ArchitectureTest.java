package org.digitlens.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which; the table stands in docs/architecture.md. */
@AnalyzeClasses(packages = "org.digitlens", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dependenciesPointDownwards = layeredArchitecture().consideringOnlyDependenciesInLayers()
        .layer("web").definedBy("org.digitlens.web")
        .layer("imaging").definedBy("org.digitlens.imaging")
        .layer("decoding").definedBy("org.digitlens.decoding")
        .layer("classifier").definedBy("org.digitlens.classifier")
        .layer("document").definedBy("org.digitlens.document")
        .layer("reading").definedBy("org.digitlens.reading")
        .layer("explanation").definedBy("org.digitlens.explanation")
        .layer("chart").definedBy("org.digitlens.chart")
        .layer("recognition").definedBy("org.digitlens.recognition")
        .whereLayer("web").mayNotAccessAnyLayer()
        .whereLayer("imaging").mayNotAccessAnyLayer()
        .whereLayer("decoding").mayOnlyAccessLayers("imaging")
        .whereLayer("classifier").mayOnlyAccessLayers("imaging")
        .whereLayer("document").mayOnlyAccessLayers("imaging", "decoding")
        .whereLayer("reading").mayOnlyAccessLayers("imaging", "decoding", "classifier")
        .whereLayer("explanation").mayOnlyAccessLayers("imaging", "classifier")
        .whereLayer("chart").mayOnlyAccessLayers("imaging", "classifier", "explanation")
        .whereLayer("recognition").mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule noCycles = slices().matching("org.digitlens.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageIsKnown = noClasses().should().resideOutsideOfPackages("org.digitlens.web",
        "org.digitlens.imaging", "org.digitlens.decoding", "org.digitlens.classifier", "org.digitlens.explanation", "org.digitlens.chart",
        "org.digitlens.document", "org.digitlens.reading", "org.digitlens.recognition");

    @ArchTest
    static final ArchRule onlyTheClassifierKnowsTheRuntimes = noClasses().that().resideOutsideOfPackage("org.digitlens.classifier")
        .should().dependOnClassesThat().resideInAnyPackage("ai.onnxruntime..", "org.tribuo..");

    @ArchTest
    static final ArchRule onlyChartsKnowXChart = noClasses().that().resideOutsideOfPackage("org.digitlens.chart")
        .should().dependOnClassesThat().resideInAPackage("org.knowm.xchart..");

    @ArchTest
    static final ArchRule onlyDocumentsKnowPdfBox = noClasses().that().resideOutsideOfPackage("org.digitlens.document")
        .should().dependOnClassesThat().resideInAPackage("org.apache.pdfbox..");

    @ArchTest
    static final ArchRule theWayOfAPictureIsPlainJava = noClasses().that().resideInAnyPackage("org.digitlens.imaging",
        "org.digitlens.decoding", "org.digitlens.document", "org.digitlens.reading")
        .should().dependOnClassesThat().resideInAnyPackage("jakarta..", "org.eclipse.microprofile..");
}
