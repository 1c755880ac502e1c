package news.nashra.articles.body;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names of hosts in ASCII, as browsers write them.
///
/// `java.net.IDN` knows only IDNA 2003, which changes the name of a site (`straße` becomes
/// `strasse`) and refuses letters younger than Unicode 3.2, so labels are mapped and encoded here
/// as [UTS #46](https://www.unicode.org/reports/tr46/) does without transitional processing.
final class HostName {
  private static final int MAX_LENGTH = 253;
  private static final int MAX_LABEL = 63;
  private static final Pattern DOTS = Pattern.compile("[。．｡]");
  private static final Pattern NOTHING = Pattern.compile("[\u00AD\u200B\u2060\uFEFF\uFE00-\uFE0F]");

  /// The [forbidden domain code points](https://url.spec.whatwg.org/#forbidden-domain-code-point),
  /// and the characters that no name has in any script.
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x20#/:<>?@\\[\\\\\\]^|%\\x7F\\p{Z}\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  private HostName() {}

  /// Whether it is written as mapping would write it.
  private static boolean isMapped(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-')) {
        return false;
      }
    }
    return true;
  }

  private static String mapped(String host) {
    var mapped =
        Normalizer.normalize(
            NOTHING.matcher(DOTS.matcher(host).replaceAll(".")).replaceAll(""),
            Normalizer.Form.NFKC);
    return Normalizer.normalize(mapped.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
  }

  /// Empty if it is no name of a host.
  static Optional<String> ascii(String host) {
    if (host.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    boolean plain = isMapped(host);
    var name = plain ? host : mapped(host);
    var labels = new ArrayList<String>();
    for (var label : name.split("\\.", -1)) {
      if (label.codePointCount(0, label.length()) > MAX_LABEL) {
        return Optional.empty();
      }
      var ascii =
          plain || label.chars().allMatch(c -> c < 0x80) ? label : "xn--" + Punycode.encode(label);
      if (ascii.length() > MAX_LABEL) {
        return Optional.empty();
      }
      labels.add(ascii);
    }
    var ascii = String.join(".", labels);
    boolean root = labels.getLast().isEmpty(); // the dot at the end
    var names = root ? labels.subList(0, labels.size() - 1) : labels;
    if ((!plain && !isMapped(name) && FORBIDDEN.matcher(name).find())
        || names.isEmpty()
        || names.contains("")) {
      return Optional.empty();
    }
    boolean number = NUMBER.matcher(names.getLast()).matches();
    return Optional.of(ascii).filter(h -> !number || IPV4.matcher(h).matches());
  }
}
