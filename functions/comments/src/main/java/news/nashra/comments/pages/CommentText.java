package news.nashra.comments.pages;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.nashra.comments.ShownComment;
import news.nashra.site.Direction;
import news.nashra.site.Figure;
import org.jspecify.annotations.Nullable;

/// A comment's text in the parts that pages show: blocks of lines that are read in the same
/// direction, and the web addresses in them. Pure functions.
public final class CommentText {
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

  /// Punctuation after an address that is not part of it.
  private static final Pattern TRAILING_PUNCTUATION = Pattern.compile("[.,;:!?'»”)\\]،؛؟…]+$");

  private static final Pattern LINE_START = Pattern.compile("(?<=\n)");

  /// A part of the text.
  ///
  /// @param href where it links to, for a web address
  public record Span(String text, Optional<String> href) {}

  /// Lines that follow each other, with the line breaks between and after them.
  ///
  /// @param direction absent for lines without words, which are read as the comment is
  /// @param figure whether it is one line with nothing but a figure, such as a telephone number
  public record Block(Optional<String> direction, boolean figure, List<Span> spans) {
    public Block {
      spans = List.copyOf(spans);
    }
  }

  private CommentText() {}

  /// The direction of a whole comment: that of its text, or of its title if its text has none. Null
  /// for a comment that is read as the page is.
  public static @Nullable String direction(ShownComment comment) {
    return Direction.find(comment.body()).or(() -> Direction.find(comment.title())).orElse(null);
  }

  /// Splits a text into blocks. A line without words belongs to the lines before it.
  public static List<Block> blocks(String text) {
    var blocks = new ArrayList<Block>();
    var lines = new StringBuilder();
    var direction = Optional.<String>empty();
    for (var line : LINE_START.split(text)) {
      boolean figure = Figure.is(line);
      var own = Direction.find(line);
      boolean other = own.isPresent() && direction.isPresent() && !own.equals(direction);
      if ((figure || other) && !lines.isEmpty()) {
        blocks.add(new Block(direction, false, spans(lines.toString())));
        lines.setLength(0);
        direction = Optional.empty();
      }
      if (figure) {
        blocks.add(new Block(Optional.empty(), true, spans(line)));
      } else {
        lines.append(line);
        direction = own.isPresent() ? own : direction;
      }
    }
    if (!lines.isEmpty() || blocks.isEmpty()) {
      blocks.add(new Block(direction, false, spans(lines.toString())));
    }
    return blocks;
  }

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

  /// Whether it has a host, and no user name: `https://youtu.be@evil.example/` shows one site and
  /// leads to another.
  private static boolean isWebAddress(String href) {
    try {
      var address = URI.create(href);
      return address.getHost() != null && address.getRawUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
