package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An article that is there in other languages too.
class TranslationTest {
  @Test
  void itsPageNamesItselfAndTheOthers() {
    var receipt = publish(in("en", "https://en.example/story/"));
    var page = get(url(receipt)).text();
    assertThat(page)
        .contains("<link rel=\"alternate\" hreflang=\"en\" href=\"https://en.example/story/\">")
        .contains(
            "<link rel=\"alternate\" hreflang=\"ar\" href=\"" + Newspaper.uri(url(receipt)) + "\">")
        .contains("<bdi>English</bdi>");
    assertThat(HtmlChecker.faults(page)).isEmpty();
    assertThat(read("/api/articles/" + id(receipt)).json().path("translations").toString())
        .isEqualTo("[{\"language\":\"en\",\"url\":\"https://en.example/story/\"}]");
    assertThat(get(url(publish(article()))).text()).doesNotContain("hreflang");
  }

  @Test
  void anAddressInArabicIsStoredAsBrowsersWriteIt() {
    var answer = publish(in("en", "https://موقع.مصر/خبر"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    var article = read("/api/articles/" + id(answer)).json();
    assertThat(article.at("/translations/0/url").asText())
        .isEqualTo("https://xn--4gbrim.xn--wgbh1c/%D8%AE%D8%A8%D8%B1");
    assertThat(get(url(answer)).text())
        .contains("href=\"https://xn--4gbrim.xn--wgbh1c/%D8%AE%D8%A8%D8%B1\"");
  }

  @Test
  void anAddressThatIsTooLongIsToldTheLimit() {
    var answer = publish(in("en", "https://en.example/" + "x".repeat(2000)));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error("translations[0].url"))
        .isEqualTo("النص أطول من المسموح به: الحد الأقصى لعدد الأحرف 2000.");
  }

  @ParameterizedTest
  @CsvSource({
    "english, https://a.example/, translations[0].language",
    "en\"><b>, https://a.example/, translations[0].language",
    "en, javascript:alert(1), translations[0].url",
    "en, //evil.example/x, translations[0].url",
    "en, http://a.example/\"onload=, translations[0].url",
    "en, https://e.example:99999/, translations[0].url",
    "en, https://..../, translations[0].url",
    "en, https://youtu.be@evil.example/x, translations[0].url",
    "en, https://user:password@a.example/, translations[0].url",
    "en, https://موقع..مصر/, translations[0].url",
    "en, https://a.example/b c, translations[0].url",
    "en, '', translations[0].url"
  })
  void whatIsNoLanguageOrNoAddressIsNamed(String language, String address, String field) {
    var answer = publish(in(language, address));
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.error(field))
        .isEqualTo(
            switch (field) {
              case "translations[0].language" -> "رمز اللغة غير صحيح: اكتبه مثل en أو fr.";
              default ->
                  address.isEmpty()
                      ? "هذه الخانة إلزامية."
                      : "يجب أن يبدأ العنوان بـ https:// ثم اسم موقع صحيح، من غير اسم مستخدم أو كلمة"
                          + " مرور، أو بـ /، وألا يحوي مسافات أو علامات تنصيص أو أقواس زاوية.";
            });
  }

  private static ObjectNode in(String language, String address) {
    var article = article();
    article.putArray("translations").addObject().put("language", language).put("url", address);
    return article;
  }
}
