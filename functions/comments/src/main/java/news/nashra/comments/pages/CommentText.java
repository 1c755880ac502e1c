package news.nashra.comments.pages;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the web addresses in a comment's text.
public final class CommentText {
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

  /// Punctuation after an address that is not part of it.
  private static final Pattern TRAILING_PUNCTUATION = Pattern.compile("[.,;:!?'»”)\\]،؛؟…]+$");

  /// A part of the text.
  ///
  /// @param href where it links to, for a web address
  public record Span(String text, Optional<String> href) {}

  private CommentText() {}

  /// Splits a text into web addresses and the text between them.
  public static List<Span> spans(String text) {
    var spans = new ArrayList<Span>();
    var address = ADDRESS.matcher(text);
    int from = 0;
    while (address.find()) {
      var href = trim(address.group());
      if (!isWebAddress(href)) {
        continue;
      }
      spans.add(new Span(text.substring(from, address.start()), Optional.empty()));
      spans.add(new Span(href, Optional.of(href)));
      from = address.start() + href.length();
    }
    spans.add(new Span(text.substring(from), Optional.empty()));
    return spans;
  }

  private static String trim(String found) {
    var href = TRAILING_PUNCTUATION.matcher(found).replaceFirst("");
    boolean opened =
        href.chars().filter(c -> c == '(').count() > href.chars().filter(c -> c == ')').count();
    return opened && found.startsWith(href + ")") ? href + ")" : href;
  }

  private static boolean isWebAddress(String href) {
    try {
      return URI.create(href).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
