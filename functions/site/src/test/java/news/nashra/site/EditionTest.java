package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditionTest {
  @Test
  void noSectionTakesTheNameOfTheHiddenOne() {
    assertThatThrownBy(() -> Section.ofEdition("check", "Fact check"))
        .hasMessage(
            "edition.json: check is no section id, because /check/ is the address of something else");
    assertThat(Section.ofEdition("checks", "Fact checks").path()).isEqualTo("/checks/");
  }

  @Test
  void theEditionOfThisRepositoryIsRead() {
    var edition = Edition.load();
    assertThat(edition.name()).isEqualTo("نشرة");
    assertThat(edition.direction()).isEqualTo("rtl");
    assertThat(edition.sections()).hasSize(6);
    assertThat(edition.section("culture")).contains(new Section("culture", "الثقافة"));
    assertThat(edition.section("nowhere")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "assets", "topics"})
  void noSectionHasTheAddressOfSomethingElse(String id) {
    assertThatThrownBy(() -> new Section(id, "اسم"))
        .hasMessage(
            "edition.json: %s is no section id, because /%s/ is the address of something else"
                .formatted(id, id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Culture", "9to5", "a/b", ""})
  void aSectionMayNotBeNamedLikeThat(String id) {
    assertThatThrownBy(() -> new Section(id, "اسم"))
        .hasMessage(
            "edition.json: a section id is of a-z, 0-9 and hyphens and begins with a letter: "
                + id);
  }

  @Test
  void namesOfMonthsAreInTheEditionsLanguage() {
    var region = Edition.load().region();
    assertThatThrownBy(() ->
            new Edition.Region("fr", "MA", region.timeZone(), region.monthNames(), region.clock()))
        .hasMessage("edition.json: monthNames has ar-LB, but language is fr");
  }
}
