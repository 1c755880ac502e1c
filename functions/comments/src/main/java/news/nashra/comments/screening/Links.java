package news.nashra.comments.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import news.nashra.comments.Flag;
import news.nashra.core.Text;

/// Holds a comment with more than one link, or with a link in its name.
final class Links implements Stage {
  /// An address that begins with a scheme, even a defanged one (`hxxp`), or with `www.`; a numeric
  /// host with a port or a path; or a host name with a path or in a top-level domain that spam
  /// often uses.
  private static final Pattern LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@.-])(?:(?:h(?:tt|xx)ps?|ftp)://|www\\.)[^\\s<>\"]+"
              + "|(?<![\\p{L}\\p{N}@.-])(?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d{2,5}|/[^\\s<>\"]*)[^\\s<>\"]*"
              + "|(?<![\\p{L}\\p{N}@.-])(?:[a-z0-9][a-z0-9-]{0,62}\\.){1,4}[a-z]{2,24}/[^\\s<>\"]+"
              + "|(?<![\\p{L}\\p{N}@.-])(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}\\.){1,4}"
              + "(?:com|net|org|info|biz|ru|cn|xyz|top|io|me|co|link|site|online|shop|app|live|club|ly|gl|tk|store|vip|win|bet|pro|blog)"
              + "(?![\\p{L}\\p{N}@]|[.-][\\p{L}\\p{N}])(?:/[^\\s<>\"]*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int MAX_LINKS = 1;

  @Override
  public ScreeningResult screen(Candidate comment) {
    var flags = new ArrayList<>(find("name", comment.name()));
    boolean named = !flags.isEmpty();
    flags.addAll(find("title", comment.title()));
    flags.addAll(find("body", comment.body()));
    return named || flags.size() > MAX_LINKS
        ? new ScreeningResult.Suspect(flags)
        : new ScreeningResult.Clean();
  }

  private static List<Flag> find(String field, String text) {
    return LINK.matcher(text)
        .results()
        .map(link -> new Flag("links", field, Text.shorten(link.group(), Flag.MAX_QUOTE_LENGTH)))
        .toList();
  }
}
