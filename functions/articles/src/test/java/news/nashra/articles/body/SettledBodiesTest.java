package news.nashra.articles.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Trees that nobody would write: what is cleaned once stays as it is when it is cleaned again.
class SettledBodiesTest {
  private static final String ORIGIN = "https://news.example";
  private static final int BODIES = 3_000;

  private static final String[] TAGS =
      ("p div b i a span table tr td th ul ol li h1 h2 h3 blockquote aside figure figcaption img br"
              + " pre code q sub sup bdi dl dt dd center section caption thead tbody")
          .split(" ");

  private static final String[] ATTRIBUTES = {
    "",
    " dir=rtl",
    " dir=ltr",
    " lang=en",
    " lang=ar",
    " href=/x",
    " colspan=3",
    " data-pull",
    " class=MsoListParagraph",
    " style='font-weight:bold'",
    " style='mso-list:l0 level2'",
    " style='white-space:pre'",
    " style='display:inline-block'",
    " data-media=01J00000000000000000000000 alt=x"
  };

  private static final String[] TEXTS = {
    "كلمة ",
    "word ",
    "12 ",
    "-3.5% ",
    " ",
    "\n\n",
    "·",
    "1. ",
    "x",
    "نص <b>غامق</b>",
    "&nbsp;",
    "+961 1 234 567 ",
    "01/234567"
  };

  @Test
  void whatIsCleanedStaysAsItIs() {
    var random = new Random(20);
    for (int i = 0; i < BODIES; i++) {
      var pasted = body(random);
      var once = BodyCleaner.clean(pasted, ORIGIN);
      var twice = BodyCleaner.clean(once.html(), ORIGIN);
      assertThat(twice.html()).as(pasted).isEqualTo(once.html());
      assertThat(twice.cleaned()).as(pasted).isEmpty();
    }
  }

  private static String body(Random random) {
    var body = new StringBuilder();
    for (int left = 3 + random.nextInt(25); left > 0; left--) {
      switch (random.nextInt(5)) {
        case 0, 1 ->
            body.append('<').append(any(random, TAGS)).append(any(random, ATTRIBUTES)).append('>');
        case 2 -> body.append("</").append(any(random, TAGS)).append('>');
        default -> body.append(any(random, TEXTS));
      }
    }
    return body.toString();
  }

  private static String any(Random random, String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
