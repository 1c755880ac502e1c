package news.nashra.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {
  @ParameterizedTest
  @CsvSource({
    "الـــكَلْبُ,الكلب",
    "أإآٱا,اااا",
    "قهوة على مسؤولية قارئ,قهوه علي مسووليه قاري",
    "سماء,سما",
    "ﻻ ﷲ,لا الله",
    "ＡｂＣ,abc",
    "Œuvre Straße déjà İ,oeuvre strasse deja i",
    "'  a, b -- c!  ',a.b c",
    "a.b،ج-د ه. ز,a:b:ج·د ه.ز",
    "sh1t $hit 5*5 1a H1N1,shit shit 5·5 1a hin1",
    "fu\u0441k сухо,fuck сухо",
    "ꜰᴜᴄᴋ,fuck",
    "٣ + ５,٣ 5",
    "غووووووول,غوووول",
    "'👨‍👩‍👧 😀',''"
  })
  void textIsFolded(String original, String folded) {
    assertThat(FoldedText.fold(original).text()).isEqualTo(folded);
  }

  @Test
  void lineBreaksSeparateWordsAndControlCharactersDoNot() {
    assertThat(FoldedText.fold("a\nb\tc d\u0007e\u200Bf\u00ADg").text()).isEqualTo("a.b c defg");
  }

  @Test
  void eachCharacterKeepsItsOriginalPosition() {
    var original = "😀 قَـالَ: ﻻ!";
    var folded = FoldedText.fold(original);
    assertThat(folded.text()).isEqualTo("قال.لا");
    assertThat(folded.origins()).containsExactly(3, 6, 7, 9, 11, 11, 12);
  }

  @Test
  void wordsAreQuotedAsWritten() {
    var original = "👍🏽 ÉCOLE 𝓯𝓻𝓮𝓮 𐐀𐐁 مُدُنٌ غووووووول…";
    var folded = FoldedText.fold(original);
    assertThat(folded.text()).isEqualTo("ecole free 𐐨𐐩 مدن غوووول");
    assertThat(quote(original, "ecole")).isEqualTo("ÉCOLE");
    assertThat(quote(original, "free")).isEqualTo("𝓯𝓻𝓮𝓮");
    assertThat(quote(original, "𐐨𐐩")).isEqualTo("𐐀𐐁");
    assertThat(quote(original, "مدن")).isEqualTo("مُدُنٌ");
    assertThat(quote(original, "غوووول")).isEqualTo("غووووووول");
    assertThat(quote(original, "ecole free")).isEqualTo("ÉCOLE 𝓯𝓻𝓮𝓮");
  }

  @Test
  void marksAndRepeatedLettersAtTheEndAreQuotedToo() {
    assertThat(quote("قال سماءً", "سما")).isEqualTo("سماءً");
    assertThat(quote("no wayyyyyyy", "wayyyy")).isEqualTo("wayyyyyyy");
    assertThat(quote("(cafe\u0301)", "cafe")).isEqualTo("cafe\u0301");
  }

  @Test
  void everyLetterOfALigatureHasTheSameOrigin() {
    var folded = FoldedText.fold("ﷺ.");
    assertThat(folded.text()).isEqualTo("صلي الله عليه وسلم");
    assertThat(folded.original("ﷺ.", 0, 3)).isEqualTo("ﷺ");
    assertThat(folded.original("ﷺ.", 14, 18)).isEqualTo("ﷺ");
  }

  @Test
  void aSpelledOutWordIsJoined() {
    var original = "هو ك.لـ 😀 بٌ فعلا";
    var joined = FoldedText.fold(original).joinSpelledOut(0, 0);
    assertThat(joined.text()).isEqualTo("هو كلب فعلا");
    assertThat(joined.original(original, 3, 6)).isEqualTo("ك.لـ 😀 بٌ");
    assertThat(joined.original(original, 7, 11)).isEqualTo("فعلا");
  }

  @Test
  void aLetterNextToASpelledOutWordMayBeAWord() {
    var folded = FoldedText.fold("I f u c k you");
    assertThat(folded.joinSpelledOut(0, 0).text()).isEqualTo("ifuck you");
    assertThat(folded.joinSpelledOut(1, 0).text()).isEqualTo("i fuck you");
    assertThat(folded.joinSpelledOut(0, 1).text()).isEqualTo("ifuc k you");
  }

  @Test
  void aMarkInsideAWordIsDropped() {
    assertThat(FoldedText.fold("ق.حبة f*ck d.dog").joinSpelledOut(0, 0).text())
        .isEqualTo("قحبه fck ddog");
    assertThat(FoldedText.fold("word.word ق. حبة").joinSpelledOut(0, 0).text())
        .isEqualTo("word:word ق.حبه");
  }

  @Test
  void twoLettersAreNotASpelledOutWord() {
    var folded = FoldedText.fold("a b cd");
    assertThat(folded.joinSpelledOut(0, 0)).isSameAs(folded);
  }

  private static String quote(String original, String word) {
    var folded = FoldedText.fold(original);
    int start = folded.text().indexOf(word);
    return folded.original(original, start, start + word.length());
  }
}
