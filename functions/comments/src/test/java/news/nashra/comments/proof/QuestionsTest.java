package news.nashra.comments.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.CommentsTable;
import news.nashra.core.FieldError;
import news.nashra.core.KeyedHash;
import news.nashra.site.Messages;
import news.nashra.testing.MovableClock;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {
  private static final String ARTICLE = "01KJ4Z6V8G0000000000000001";
  private static final String OTHER = "01KJ4Z6V8G0000000000000002";
  private static final ProofResult NOT_OURS = ProofResult.invalid("answer", "error.answer.other");

  private final MovableClock clock = new MovableClock(CommentsTable.NOW);
  private final Questions questions = questions("a key of the tests, long enough for it", "ar");

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void theSumIsAcceptedInWordsOfTheEdition(String language) {
    var ours = questions("a key of the tests, long enough for it", language);
    for (int i = 0; i < 50; i++) {
      var question = ours.ask(ARTICLE);
      int sum = sum(question, language);
      assertThat(sum).isBetween(2, 10);
      assertThat(good(ours, question, numbers(language).get(sum))).isTrue();
      assertThat(good(ours, question, numbers(language).get(sum).toUpperCase(Locale.ROOT) + " !"))
          .isTrue();
    }
  }

  @RepeatedTest(10)
  void theSumIsAcceptedInDigitsOfAnyScript() {
    var question = questions.ask(ARTICLE);
    int sum = sum(question, "ar");
    assertThat(good(questions, question, String.valueOf(sum))).isTrue();
    assertThat(good(questions, question, " 0" + sum + ". ")).isTrue();
    assertThat(good(questions, question, digits(sum, '٠'))).isTrue();
    assertThat(good(questions, question, "\u00A0\u200F" + digits(sum, '٠') + "\n")).isTrue();
    assertThat(good(questions, question, digits(sum, '۰'))).isTrue();
    assertThat(good(questions, question, digits(sum, '０'))).isTrue();
  }

  @Test
  void spellingVariantsOfWordsAreAccepted() {
    var question = asked(5);
    assertThat(good(questions, question, "خمسه")).isTrue();
    assertThat(good(questions, question, "خَمْسَةٌ.")).isTrue();
    assertThat(good(questions, question, "أربعة")).isFalse();
    assertThat(good(questions, asked(4), "اربعه")).isTrue();
    assertThat(good(questions, asked(2), "اثنان")).isTrue();
    assertThat(good(questions, asked(2), "إثنين")).isTrue();
    assertThat(good(questions, asked(6), "ست")).isTrue();
  }

  @Test
  void aRightAnswerHasTheMarkOfItsQuestion() {
    var question = asked(7);
    assertThat(questions.check(new Proof.Words(question.token(), "7"), ARTICLE))
        .isEqualTo(
            new ProofResult.Valid(
                "answer",
                question.token().substring(0, 12),
                clock.instant().plus(Questions.LIFETIME),
                2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "6", "77", "0007", "7 7", "3+4", "سبع مئة", "seven"})
  @ValueSource(strings = {"-7", "=7", "+7", "(7)", "7/", "#7", "7,0", "⁷", "٧؟؟", "!سبعة"})
  void anotherAnswerIsWrongAndSpendsTheQuestion(String answer) {
    var token = asked(7).token();
    assertThat(questions.check(new Proof.Words(token, answer), ARTICLE))
        .isEqualTo(
            new ProofResult.WrongAnswer(
                FieldError.of("answer", "error.answer.wrong"),
                token.substring(0, 12),
                clock.instant().plus(Questions.LIFETIME)));
  }

  @Test
  void aQuestionExpires() {
    var question = asked(7);
    clock.move(Questions.LIFETIME.minusSeconds(1));
    assertThat(good(questions, question, "7")).isTrue();
    clock.move(Duration.ofSeconds(1));
    assertThat(questions.check(new Proof.Words(question.token(), "7"), ARTICLE))
        .isEqualTo(ProofResult.invalid("answer", "error.answer.expired"));
  }

  @Test
  void aQuestionIsForOneArticle() {
    assertThat(questions.check(new Proof.Words(asked(7).token(), "7"), OTHER)).isEqualTo(NOT_OURS);
  }

  @Test
  void theQuestionOfAnotherKeyIsRefused() {
    var others = questions("another key of the tests, long enough", "ar");
    assertThat(others.check(new Proof.Words(asked(7).token(), "7"), ARTICLE)).isEqualTo(NOT_OURS);
  }

  @Test
  void aTamperedTokenIsRefused() {
    var token = asked(7).token();
    for (int i = 0; i < token.length(); i++) {
      var other = token.charAt(i) == 'A' ? "B" : "A";
      var tampered = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(questions.check(new Proof.Words(tampered, "7"), ARTICLE)).isEqualTo(NOT_OURS);
    }
  }

  @Test
  void aLaterExpiryIsRefused() {
    var parts = asked(7).token().split("\\.", 3);
    var later = parts[0] + "." + (Long.parseLong(parts[1]) + 60) + "." + parts[2];
    assertThat(questions.check(new Proof.Words(later, "7"), ARTICLE)).isEqualTo(NOT_OURS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "AAAAAAAAAAAA.1.AAAAAAAAAAAAAAAAAAAAAA", "نص"})
  void aMalformedTokenIsRefused(String token) {
    assertThat(questions.check(new Proof.Words(token, "7"), ARTICLE)).isEqualTo(NOT_OURS);
  }

  private Questions questions(String key, String language) {
    return new Questions(() -> CommentKeys.of(new KeyedHash(key)), Messages.load(language), clock);
  }

  /// A question whose answer is `sum`.
  private Question asked(int sum) {
    var question = questions.ask(ARTICLE);
    return sum(question, "ar") == sum ? question : asked(sum);
  }

  private static boolean good(Questions questions, Question question, String answer) {
    return questions.check(new Proof.Words(question.token(), answer), ARTICLE)
        instanceof ProofResult.Valid;
  }

  /// The sum that a reader finds in the text of a question.
  private static int sum(Question question, String language) {
    var number = "\\E(" + String.join("|", numbers(language)) + ")\\Q";
    var phrase = "\\Q" + Messages.load(language).get("question.sum", number, number) + "\\E";
    var asked = Pattern.compile(phrase).matcher(question.text());
    assertThat(asked.matches()).as(question.text()).isTrue();
    return numbers(language).indexOf(asked.group(1)) + numbers(language).indexOf(asked.group(2));
  }

  private static List<String> numbers(String language) {
    return Stream.of(Messages.load(language).get("question.numbers").split(","))
        .map(words -> words.replaceFirst("[|].*", ""))
        .toList();
  }

  private static String digits(int number, char zero) {
    return String.valueOf(number)
        .chars()
        .map(digit -> digit - '0' + zero)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
