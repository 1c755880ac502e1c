package news.nashra.articles.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/// Settles the cells of a table on the grid that [HTML forms from
/// them](https://html.spec.whatwg.org/multipage/tables.html#forming-a-table): no cell overlaps
/// another, no row and no column is without a cell that begins in it, and each header says what it
/// is the header of.
final class TableGrid {
  private static final Map<String, Integer> ORDER = Map.of("thead", 0, "tbody", 1, "tfoot", 2);

  /// A cell and the columns and rows of its group that it covers.
  private record Placed(Element cell, int row, int column, int columns, int rows) {}

  private final List<Placed> cells = new ArrayList<>();

  /// For each column, the row at which it is free again.
  private int[] free = new int[16];

  /// For each column in which a cell begins, the column after that cell.
  private int[] end = new int[16];

  private int width;

  private TableGrid() {}

  static void settle(Element table) {
    var grid = new TableGrid();
    var groups = new ArrayList<>(table.children());
    groups.stream()
        .filter(g -> g.normalName().equals("thead") && g != groups.getFirst())
        .forEach(g -> Elements.rename(g, "tbody"));
    groups.forEach(grid::group);
    grid.columns();
    groups.sort(
        (a, b) -> ORDER.getOrDefault(a.normalName(), 1) - ORDER.getOrDefault(b.normalName(), 1));
    groups.forEach(Element::remove);
    groups.stream().filter(group -> Elements.hasChildren(group)).forEach(table::appendChild);
    scopes(table);
  }

  private void group(Element group) {
    var rows = List.copyOf(group.children());
    Arrays.fill(free, 0);
    int first = cells.size();
    for (int row = 0; row < rows.size(); row++) {
      int column = 0;
      for (var cell : rows.get(row).children()) {
        while (at(column) > row) {
          column = end[column];
        }
        int columns = 1;
        int span = span(cell, "colspan");
        while (columns < span && at(column + columns) <= row) {
          columns++;
        }
        int down = Math.min(span(cell, "rowspan"), rows.size() - row);
        for (int i = column; i < column + columns; i++) {
          free[i] = row + down;
        }
        end[column] = column + columns;
        cells.add(new Placed(cell, row, column, columns, down));
        column += columns;
        width = Math.max(width, column);
      }
    }
    rows(rows, first);
  }

  /// Removes rows without cells, and lets no cell span them.
  private void rows(List<Element> rows, int first) {
    var filled = new int[rows.size() + 1];
    for (int row = 0; row < rows.size(); row++) {
      boolean empty = !Elements.hasChildren(rows.get(row));
      filled[row + 1] = filled[row] + (empty ? 0 : 1);
      if (empty) {
        rows.get(row).remove();
      }
    }
    for (var placed : cells.subList(first, cells.size())) {
      set(placed.cell(), "rowspan", filled[placed.row() + placed.rows()] - filled[placed.row()]);
    }
  }

  /// Lets no cell span columns in which no cell begins.
  private void columns() {
    var begins = new boolean[width + 1];
    cells.forEach(placed -> begins[placed.column()] = true);
    var begun = new int[width + 1];
    for (int column = 0; column < width; column++) {
      begun[column + 1] = begun[column] + (begins[column] ? 1 : 0);
    }
    for (var placed : cells) {
      int columns = begun[placed.column() + placed.columns()] - begun[placed.column()];
      set(placed.cell(), "colspan", columns);
    }
  }

  private int at(int column) {
    if (column >= free.length) {
      free = Arrays.copyOf(free, Math.max(column + 1, free.length * 2));
      end = Arrays.copyOf(end, free.length);
    }
    return free[column];
  }

  private static int span(Element cell, String name) {
    return cell.hasAttr(name) ? Integer.parseInt(cell.attr(name)) : 1;
  }

  private static void set(Element cell, String name, int span) {
    if (span > 1) {
      cell.attr(name, Integer.toString(span));
    } else {
      cell.removeAttr(name);
    }
  }

  /// Headers in the first row are of columns, headers at the beginning of a row of that row.
  private static void scopes(Element table) {
    boolean first = true;
    for (var group : table.children()) {
      for (var row : group.children()) {
        boolean headers = Elements.all(row, cell -> cell.nameIs("th"));
        boolean ofColumns = group.normalName().equals("thead") || (first && headers);
        for (var cell : row.children()) {
          if (cell.normalName().equals("th") && !cell.hasAttr("scope")) {
            boolean ofRow = !ofColumns && cell == row.firstElementChild();
            if (ofColumns || ofRow) {
              cell.attr("scope", ofColumns ? "col" : "row");
            }
          }
        }
        first = false;
      }
    }
  }
}
