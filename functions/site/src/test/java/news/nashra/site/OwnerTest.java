package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import news.nashra.core.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What `edition.json` may say of how to reach the newspaper and of how it works.
class OwnerTest {
  @Test
  void readersReachTheNewspaperByEmailAndTelephone() {
    var contact =
        owner("\"email\": \"news@example.org\", \"phone\": \"+212 5 22 00 00 00\"").contact();
    assertThat(contact.email()).contains("news@example.org");
    assertThat(contact.phone()).contains("+212 5 22 00 00 00");
    assertThat(contact.phoneLink()).contains("tel:+212522000000");
  }

  @Test
  void neitherIsRequired() {
    var contact = owner("\"copyrightYear\": 2026").contact();
    assertThat(contact.email()).isEmpty();
    assertThat(contact.phoneLink()).isEmpty();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/owner-refused.csv", useHeadersInDisplayName = true)
  void aWrongOwnerIsRefused(String field, String value, String message) {
    assertThatThrownBy(() -> owner("\"%s\": %s".formatted(field, value)))
        .hasMessage("edition.json: " + message);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/policies-refused.csv", useHeadersInDisplayName = true)
  void aWrongPolicyIsRefused(String name, String value, String message) {
    assertThatThrownBy(() -> Policies.read(Json.read("{\"%s\": %s}".formatted(name, value))))
        .hasMessage("edition.json: " + message);
  }

  @Test
  void policiesComeInTheOrderOfTheirNames() {
    var policies =
        Policies.read(
            Json.read(
                "{\"ethicsPolicy\": \"/about/#ethics\", \"publishingPrinciples\": \"https://a.example/p\"}"));
    assertThat(policies.addresses().keySet())
        .containsExactly("publishingPrinciples", "ethicsPolicy");
    assertThat(Policies.read(Json.read("{}").path("policies")).addresses()).isEmpty();
  }

  /// The texts promise that readers reach the newspaper by email.
  @Test
  void theEditionOfThisRepositoryKeepsItsPromise() {
    var edition = Edition.load();
    assertThat(edition.owner().contact().email()).isPresent();
    for (var page : StandingPage.values()) {
      assertThat(edition.text(page)).as(page.word()).contains("href=\"#contact\"");
      for (var language : Features.languages()) {
        assertThat(Edition.file(page.file(language))).contains("href=\"#contact\"");
      }
    }
    for (var address : edition.imprint().policies().addresses().values()) {
      assertThat(address).startsWith("/about/#");
      assertThat(edition.text(StandingPage.ABOUT))
          .contains("id=\"" + address.substring("/about/#".length()) + "\"");
    }
  }

  private static Owner owner(String more) {
    return Owner.read(Json.read("{\"name\": \"دار\", \"address\": \"زنقة\", %s}".formatted(more)));
  }
}
