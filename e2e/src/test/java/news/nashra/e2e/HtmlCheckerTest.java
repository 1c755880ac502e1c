package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlCheckerTest {
  private static final String PAGE =
      "<!doctype html><html lang=\"en\"><head><title>a</title></head><body>%s</body></html>";

  @Test
  void eachPageHasItsOwnFaults() {
    var good = PAGE.formatted("<p>text</p>");
    var bad = PAGE.formatted("<ul><b>text</b></ul><img src=\"a\">");
    assertThat(HtmlChecker.faults(good)).isEmpty();
    assertThat(HtmlChecker.faults(bad))
        .hasSize(2)
        .first()
        .asString()
        .contains("“b” not allowed as child of element “ul”")
        .endsWith("at 1:73");
    assertThat(HtmlChecker.faults(good)).isEmpty();
  }
}
