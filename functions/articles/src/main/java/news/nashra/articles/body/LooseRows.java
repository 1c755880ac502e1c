package news.nashra.articles.body;

import java.util.Set;

/// Puts a `<table>` around rows and cells that have none. A parser would drop their tags, and their
/// words would run together.
final class LooseRows {
  private static final Set<String> PARTS =
      Set.of("tr", "td", "th", "tbody", "thead", "tfoot", "col", "colgroup", "caption");
  private static final Set<String> CELLS = Set.of("td", "th", "caption");

  private final StringBuilder markup;

  /// Tables that are open in the markup itself.
  private int tables;

  private boolean added;
  private boolean inCell;

  LooseRows(StringBuilder markup) {
    this.markup = markup;
  }

  /// A start tag follows.
  void open(String name) {
    if (name.equals("table")) {
      if (!inCell) {
        end();
      }
      tables++;
    } else if (tables == 0 && PARTS.contains(name)) {
      if (!added) {
        markup.append("<table>");
        added = true;
      }
      inCell = CELLS.contains(name);
    } else if (!inCell) {
      end();
    }
  }

  /// An end tag follows.
  void close(String name) {
    if (name.equals("table")) {
      if (tables > 0) {
        tables--;
      } else {
        added = false;
        inCell = false;
      }
    } else if (tables == 0 && PARTS.contains(name)) {
      inCell = false;
    } else if (!inCell) {
      end();
    }
  }

  /// Text follows that is not blank.
  void text() {
    if (!inCell) {
      end();
    }
  }

  /// Ends a table that was added.
  void end() {
    if (added && tables == 0) {
      markup.append("</table>");
      added = false;
      inCell = false;
    }
  }
}
