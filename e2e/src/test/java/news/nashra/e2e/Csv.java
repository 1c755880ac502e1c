package news.nashra.e2e;

import java.util.ArrayList;
import java.util.List;

/// Reads a sheet as RFC 4180 has it.
final class Csv {
  private Csv() {}

  static List<List<String>> read(String text) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (text.startsWith("\r\n", i)) {
        row.add(cell.toString());
        rows.add(List.copyOf(row));
        row.clear();
        cell.setLength(0);
        i++;
      } else {
        cell.append(c);
      }
    }
    if (quoted || !cell.isEmpty() || !row.isEmpty()) {
      throw new AssertionError("a sheet that does not end with a line");
    }
    return rows;
  }
}
