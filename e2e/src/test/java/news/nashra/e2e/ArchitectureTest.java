package news.nashra.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "news.nashra", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule importsGoOnlyDownward =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("homepage")
          .definedBy("news.nashra.homepage..")
          .layer("articles")
          .definedBy("news.nashra.articles..")
          .layer("media")
          .definedBy("news.nashra.media..")
          .layer("comments")
          .definedBy("news.nashra.comments..")
          .layer("desk")
          .definedBy("news.nashra.desk..")
          .layer("site")
          .definedBy("news.nashra.site..")
          .layer("core")
          .definedBy("news.nashra.core..")
          .layer("stack")
          .definedBy("news.nashra.local.stack..")
          .whereLayer("homepage")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("articles")
          .mayOnlyBeAccessedByLayers("homepage")
          .whereLayer("media")
          .mayOnlyBeAccessedByLayers("articles", "homepage")
          .whereLayer("comments")
          .mayOnlyBeAccessedByLayers("articles", "homepage")
          .whereLayer("desk")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("site")
          .mayOnlyBeAccessedByLayers("comments", "media", "articles", "homepage", "desk", "stack");

  @ArchTest
  static final ArchRule recordsKnowNothingOfAws =
      noClasses()
          .that()
          .areRecords()
          .and()
          .resideInAnyPackage(
              "news.nashra.site..",
              "news.nashra.comments..",
              "news.nashra.media..",
              "news.nashra.articles..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule pageComposersKnowNothingOfAws =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Composer")
          .or()
          .haveSimpleNameEndingWith("Form")
          .or()
          .resideInAPackage("..pages..")
          .or()
          .resideInAPackage("news.nashra.site..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awssdk..", "news.nashra.core.aws..");

  @ArchTest
  static final ArchRule onlyClientsOfAwsSeeTheSdk =
      noClasses()
          .that()
          .resideInAnyPackage(
              "news.nashra.core..",
              "news.nashra.site..",
              "news.nashra.comments..",
              "news.nashra.media..",
              "news.nashra.articles..",
              "news.nashra.homepage..")
          .and()
          .resideOutsideOfPackages("news.nashra.core.aws..", "news.nashra.core.press..")
          .and()
          .doNotHaveSimpleName("Uploads")
          .and()
          .doNotHaveSimpleName("PictureFiles")
          .and()
          .doNotHaveSimpleName("Renderer")
          .and()
          .doNotHaveSimpleName("ResizeMedia")
          .and()
          .doNotHaveSimpleName("RefuseMedia")
          .and()
          .doNotHaveSimpleName("CloudFrontCache")
          .and()
          .doNotHaveSimpleName("PublishFunction")
          .and()
          .doNotHaveSimpleName("ReleaseFunction")
          .and()
          .doNotHaveSimpleName("SesMailer")
          .and()
          .doNotHaveSimpleName("SqsMailQueue")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule packagesAreFreeOfCircles =
      slices().matching("news.nashra.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule functionsKnowNothingOfTheLocalStack =
      noClasses()
          .that()
          .resideOutsideOfPackages("news.nashra.local..", "news.nashra.testing..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("news.nashra.local..");

  @ArchTest
  static final ArchRule packagesOfTheLocalStackAreFreeOfCycles =
      slices().matching("news.nashra.local.stack.(**)").should().beFreeOfCycles();
}
