package news.nashra.local.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/// What goes back over HTTP. Header names are lower case.
record Answer(int status, Map<String, String> headers, byte[] body) {
  Answer with(Map<String, String> more) {
    var all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, body);
  }
}
