package news.nashra.articles.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bodies as editors paste them: `src/test/resources/bodies`.
class PastedBodiesTest {
  private static final String ORIGIN = "https://news.example";

  /// What Word prints before an item of a list, and HTML prints by itself.
  private static final String BULLET_OR_NUMBER =
      "\\P{L}|[oqØü]|[(]?(\\p{Nd}+|[a-zA-Z]|[ivxIVX]+)[-.)]\\p{Z}*";

  static List<BodyCase> cases() {
    return BodyCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsPastedIsPrinted(BodyCase body) {
    var clean = BodyCleaner.clean(body.pasted(), ORIGIN);
    assertThat(clean.html()).isEqualTo(body.printed());
    assertThat(clean.cleaned()).isEqualTo(body.cleaned());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsPrintedCanBePastedAgain(BodyCase body) {
    var clean = BodyCleaner.clean(body.printed(), ORIGIN);
    assertThat(clean.html()).isEqualTo(body.printed());
    assertThat(clean.cleaned()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noLetterIsLostButWhatTheReceiptNames(BodyCase body) {
    var clean = BodyCleaner.clean(body.pasted(), ORIGIN);
    var pasted = letters(withoutWhatIsNamed(body));
    var printed = letters(Jsoup.parseBodyFragment(clean.html()).text());
    assertThat(printed).containsAllEntriesOf(pasted);
  }

  /// The text that was pasted, without the elements that are cleaned, the bullets and numbers of
  /// Word's lists, and the addresses that become cards.
  private static String withoutWhatIsNamed(BodyCase body) {
    var document = Jsoup.parseBodyFragment(PastedMarkup.mend(body.pasted(), new Cleaned()));
    body.cleaned().forEach(name -> document.select(selector(name)).remove());
    document.select("[style~=(?i)mso-list:\\s*ignore]").stream()
        .filter(label -> label.text().matches(BULLET_OR_NUMBER))
        .forEach(Element::remove);
    document.select("iframe, title, style").remove();
    document.select(".wp-block-embed__wrapper, figure.wp-block-embed").forEach(Element::empty);
    return document.text().replaceAll("(^|\\s)(o|\\d+\\.)\\s", " ");
  }

  private static String selector(String name) {
    if (name.startsWith("[") || name.equals("!--")) {
      return "nothing";
    }
    return name.replace("[hidden]", ":is([hidden], [style*=none], [style*=hidden])")
        .replace("[line-through]", "[style*=line-through]")
        .replace("[deleted]", ".msoDel")
        .replace("[comment]", ":is([style*=comment], [class^=Mso], [class^=mso])")
        .replaceAll(
            "^(\\w+)\\[(on\\w+|href|title|src|dir|lang|data-embed|start|colspan|rowspan|scope)]$",
            "nothing");
  }

  private static Map<Integer, Integer> letters(String text) {
    var letters = new TreeMap<Integer, Integer>();
    text.codePoints().filter(Character::isLetter).forEach(c -> letters.merge(c, 1, Integer::sum));
    return letters;
  }
}
