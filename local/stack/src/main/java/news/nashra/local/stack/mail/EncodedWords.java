package news.nashra.local.stack.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text in headers, as [RFC 2047](https://www.rfc-editor.org/rfc/rfc2047) encodes it.
final class EncodedWords {
  /// An encoded word has 75 characters at most.
  private static final int MAX_BYTES = 45;

  private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]*)\\?=");

  private EncodedWords() {}

  /// A header's text in ASCII, each word on a line of its own.
  static String encode(String text) {
    if (text.matches("[ -~]*") && !text.contains("=?")) {
      return text;
    }
    var words = new StringBuilder();
    var word = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      var letter = Character.toString(text.codePointAt(i));
      if (bytes(word + letter).length > MAX_BYTES) {
        words.append(word(word.toString())).append("\r\n ");
        word.setLength(0);
      }
      word.append(letter);
    }
    return words.append(word(word.toString())).toString();
  }

  /// The text of a header that has words in Base64.
  static String decode(String header) {
    return WORD.matcher(header.replaceAll("\\?=\\s+=\\?", "?==?"))
        .replaceAll(found ->
            Matcher.quoteReplacement(
                new String(Base64.getDecoder().decode(found.group(1)), StandardCharsets.UTF_8)));
  }

  private static String word(String text) {
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(text)) + "?=";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
