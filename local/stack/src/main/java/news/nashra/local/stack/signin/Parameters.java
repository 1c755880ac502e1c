package news.nashra.local.stack.signin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The parameters of a query or a form, decoded. OAuth allows each [at most
/// once](https://www.rfc-editor.org/rfc/rfc6749#section-3.1), and counts an empty one as absent.
record Parameters(Map<String, String> values) {
  /// @return empty if a parameter is there twice, or is no UTF-8 in percent encoding
  static Optional<Parameters> read(String encoded) {
    var values = new LinkedHashMap<String, String>();
    for (var pair : encoded.split("&")) {
      var sides = pair.split("=", 2);
      try {
        var value = sides.length == 2 ? decode(sides[1]) : "";
        if (!pair.isEmpty() && values.put(decode(sides[0]), value) != null) {
          return Optional.empty();
        }
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.of(new Parameters(values));
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  boolean is(String name, String value) {
    return find(name).filter(value::equals).isPresent();
  }

  private static String decode(String encoded) {
    var text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      throw new IllegalArgumentException("no UTF-8");
    }
    return text;
  }
}
