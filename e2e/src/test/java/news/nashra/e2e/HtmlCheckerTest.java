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

  @Test
  void aStyleSheetHasItsFaultsOnEachPage() {
    var good = PAGE.replace("</head>", "<style>p{color:red}</style></head>");
    var bad = PAGE.replace("</head>", "<style>p{colour:red}</style></head>");
    for (int page = 0; page < 2; page++) {
      assertThat(HtmlChecker.faults(good.formatted("<p>text</p>"))).isEmpty();
      assertThat(HtmlChecker.faults(bad.formatted("<p>text</p>")))
          .singleElement()
          .asString()
          .contains("colour");
    }
    assertThat(HtmlChecker.faults(good.formatted("<ul><b>text</b></ul>")))
        .singleElement()
        .asString()
        .endsWith("at 1:100");
  }
}
