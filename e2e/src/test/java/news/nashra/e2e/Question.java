package news.nashra.e2e;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.nashra.site.Messages;

/// The question that a reader without script is asked, read from its page as a person reads it.
final class Question {
  private static final Pattern TOKEN = Pattern.compile("name=\"question\" value=\"([^\"]+)\"");
  private static final Pattern TEXT =
      Pattern.compile("<label for=\"comment-answer\">ما مجموع (\\S+) و(\\S+)؟");
  private static final List<String> NUMBERS =
      Stream.of(Messages.load("ar").get("question.numbers").split(","))
          .map(words -> words.replaceFirst("[|].*", ""))
          .toList();

  private Question() {}

  static String token(String page) {
    return group(TOKEN, page, 1);
  }

  /// The sum, in digits.
  static String answer(String page) {
    return Integer.toString(
        IntStream.rangeClosed(1, 2).map(i -> NUMBERS.indexOf(group(TEXT, page, i))).sum());
  }

  private static String group(Pattern pattern, String page, int number) {
    var found = pattern.matcher(page);
    if (!found.find()) {
      throw new AssertionError("no question in " + page);
    }
    return found.group(number);
  }
}
