package news.nashra.articles.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyCleanerTest {
  private static final String ID = "01KJ4Z6V8G0000000000000001";
  private static final String ORIGIN = "https://news.example";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "نص بلا فقرة|<p>نص بلا فقرة</p>",
        "<div><p>فقرة</p></div>|<p>فقرة</p>",
        "<p style='x' class='y'>نص</p>|<p>نص</p>",
        "<p dir='ltr' lang='en'>Text</p>|<p dir=\"ltr\" lang=\"en\">Text</p>",
        "<h3>أول</h3><p>نص</p>|<h2>أول</h2><p>نص</p>",
        "<li>بند</li>|<ul><li>بند</li></ul>",
        "<p><a href='https://a.example/'>رابط</a></p>|<p><a href=\"https://a.example/\" rel=\"noopener\">رابط</a></p>",
        "<p><a href='/2026/'>رابط</a></p>|<p><a href=\"/2026/\">رابط</a></p>",
        "<p><a href='javascript:x'>رابط</a></p>|<p>رابط</p>"
      })
  void bodiesAreCleaned(String html, String cleaned) {
    assertThat(BodyCleaner.clean(html, "https://news.example").html()).isEqualTo(cleaned);
  }

  @Test
  void eachDroppedElementIsNamedOnce() {
    var body =
        BodyCleaner.clean(
            "<p onclick='1' onclick='2'>نص</p><p onclick='3'>ثان</p><video src='x'></video>",
            "https://news.example");
    assertThat(body.cleaned()).containsExactly("video", "p[onclick]");
  }

  @Test
  void cleaningACleanBodyChangesNothing() {
    var once =
        BodyCleaner.clean(
            "نص <b>غامق</b><ul><li>بند</li></ul><p>English</p><table><tr><td>أ</td></tr></table>",
            "https://news.example");
    var twice = BodyCleaner.clean(once.html(), "https://news.example");
    assertThat(twice.html()).isEqualTo(once.html());
    assertThat(twice.cleaned()).isEmpty();
  }

  @Test
  void theLeadIsTheFirstParagraph() {
    assertThat(BodyCleaner.clean("<h2>عنوان</h2><p>أول</p><p>ثان</p>", "https://n.example").lead())
        .isEqualTo("أول");
  }

  @Test
  void withoutParagraphsTheLeadIsTheWholeText() {
    assertThat(BodyCleaner.clean("<ul><li>أول</li><li>ثان</li></ul>", "https://n.example").lead())
        .isEqualTo("أول ثان");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x>",
        "<amp-img src=x alt=صورة></amp-img>",
        "<img src='https://a.example/x.png' alt=''>",
        "<img data-media='../x' alt=''>",
        "<picture><source srcset=x></picture>",
        "<svg><image href=x /></svg>"
      })
  void aForeignPictureIsNoticed(String picture) {
    var body = BodyCleaner.clean("<p>نص " + picture + "</p>", "https://n.example");
    assertThat(body.fault()).contains(Body.Fault.FOREIGN_PICTURE);
    assertThat(body.html()).isEqualTo("<p>نص</p>");
  }

  @Test
  void anUploadedPictureIsWrappedInAFigure() {
    var img = "<img onerror=x data-media='" + ID + "' src='y' alt='وصف \u202E\"'>";
    var body = BodyCleaner.clean("<p>قبل " + img + " بعد</p>", "https://n.example");
    assertThat(body.html())
        .isEqualTo(
            "<p>قبل</p><figure><img data-media=\""
                + ID
                + "\" alt=\"وصف &quot;\"></figure><p>بعد</p>");
    assertThat(body.pictures()).containsExactly(ID);
    assertThat(body.fault()).isEmpty();
    assertThat(body.cleaned()).containsExactlyInAnyOrder("img[onerror]", "img[src]");
    assertThat(BodyCleaner.clean(body.html(), "https://n.example").html()).isEqualTo(body.html());
  }

  @Test
  void aPictureWithoutAltIsReported() {
    assertThat(BodyCleaner.clean("<img data-media='" + ID + "'>", "https://n.example").fault())
        .contains(Body.Fault.UNDESCRIBED_PICTURE);
  }

  /// The cleaner writes these two for `&` and `<` while it works.
  @ParameterizedTest
  @ValueSource(
      strings = {"<p>a\uFDD0b\uFDD1c</p>", "<p>a&#xFDD0;b&#64977;c</p>", "a\uFDD1b\uFDD1/p>c"})
  void charactersThatStandForOthersAreNotTakenFromOutside(String html) {
    var clean = BodyCleaner.clean(html, "https://n.example").html();
    assertThat(clean).isEqualTo(html.endsWith("/p>c") ? "<p>ab/p&gt;c</p>" : "<p>abc</p>");
  }

  @ParameterizedTest
  @CsvSource({
    "a & b < c &amp;lt; &#60;b>, <p>a &amp; b &lt; c &amp;lt; &lt;b&gt;</p>",
    "<pre>&&<<&lt;</pre>, <pre>&amp;&amp;&lt;&lt;&lt;</pre>",
    "<b>&</b>&<i><</i>, <p><b>&amp;</b>&amp;<i>&lt;</i></p>"
  })
  void signsOfMarkupStayText(String html, String printed) {
    assertThat(BodyCleaner.clean(html, "https://n.example").html()).isEqualTo(printed);
  }

  @Test
  void aShortcodeThatAFirstReadingCannotSeeIsFoundAtOnce() {
    var body =
        BodyCleaner.clean(
            "<p>نص</p><svg><iframe src=\"https://youtu.be/x\"><h1>[gallery] خبر</h1>", ORIGIN);
    assertThat(body.html()).isEqualTo("<p>نص</p><h2>خبر</h2>");
    assertThat(body.cleaned()).contains("[gallery]");
    assertThat(BodyCleaner.clean(body.html(), ORIGIN).html()).isEqualTo(body.html());
  }
}
