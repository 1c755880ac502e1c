package news.nashra.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A plot of times against sizes as SVG, with logarithmic axes, for light and dark pages.
final class Plot {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;
  private static final int LEFT = 80;
  private static final int RIGHT = 190;
  private static final int TOP = 30;
  private static final int BOTTOM = 60;
  private static final List<String> COLOURS = List.of("#0f766e", "#b45309", "#4338ca", "#be123c");

  private final String title;
  private final List<Integer> sizes;
  private final Map<String, List<Double>> lines = new LinkedHashMap<>();

  Plot(String title, List<Integer> sizes) {
    this.title = title;
    this.sizes = sizes;
  }

  /// @param millis one for each size, or for the first ones
  void line(String name, List<Double> millis) {
    lines.put(name, millis);
  }

  String svg() {
    double most = lines.values().stream().flatMap(List::stream).mapToDouble(v -> v).max().orElse(1);
    int decades = (int) Math.ceil(Math.log10(most));
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="system-ui, sans-serif" font-size="14" role="img" aria-label="%s">
        <style>svg { color: #1c1917; background: #fffdf9 } @media (prefers-color-scheme: dark) { svg { color: #ece7df; background: #171513 } }</style>
        <text x="%d" y="18" fill="currentColor">%s</text>
        """
            .formatted(WIDTH, HEIGHT, title, LEFT, title));
    for (int d = 0; d <= decades; d++) {
      double y = y(Math.pow(10, d), decades);
      svg.append(rule(LEFT, y, WIDTH - RIGHT, y)).append(label(LEFT - 8, y + 5, "end", time(d)));
    }
    for (int size : sizes) {
      double x = x(size);
      svg.append(rule(x, TOP, x, HEIGHT - BOTTOM))
          .append(
              label(x, HEIGHT - BOTTOM + 22, "middle", String.format(Locale.ROOT, "%,d", size)));
    }
    svg.append(
        label((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", "articles in the archive"));
    int n = 0;
    for (var line : lines.entrySet()) {
      svg.append(line(line.getKey(), line.getValue(), COLOURS.get(n++ % COLOURS.size()), decades));
    }
    return svg.append("</svg>\n").toString();
  }

  private String line(String name, List<Double> millis, String colour, int decades) {
    var points = new StringBuilder();
    var dots = new StringBuilder();
    double x = 0;
    double y = 0;
    for (int i = 0; i < millis.size(); i++) {
      x = x(sizes.get(i));
      y = y(millis.get(i), decades);
      points.append(number(x)).append(',').append(number(y)).append(' ');
      dots.append(
          "<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\"/>%n"
              .formatted(number(x), number(y), colour));
    }
    return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"/>%n"
            .formatted(points.toString().strip(), colour)
        + dots
        + "<text x=\"%s\" y=\"%s\" fill=\"%s\">%s</text>%n"
            .formatted(number(x + 12), number(y + 5), colour, name);
  }

  private double x(int size) {
    double from = Math.log10(sizes.getFirst());
    double to = Math.log10(sizes.getLast());
    return LEFT + 30 + (Math.log10(size) - from) / (to - from) * (WIDTH - RIGHT - LEFT - 50);
  }

  private static double y(double millis, int decades) {
    return HEIGHT - BOTTOM - Math.log10(Math.max(1, millis)) / decades * (HEIGHT - BOTTOM - TOP);
  }

  private static String rule(double x1, double y1, double x2, double y2) {
    return "<path d=\"M%s %sL%s %s\" stroke=\"currentColor\" opacity=\".15\"/>%n"
        .formatted(number(x1), number(y1), number(x2), number(y2));
  }

  private static String label(double x, double y, String anchor, String text) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"currentColor\">%s</text>%n"
        .formatted(number(x), number(y), anchor, text);
  }

  private static String time(int decade) {
    return decade < 3 ? (int) Math.pow(10, decade) + " ms" : (int) Math.pow(10, decade - 3) + " s";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
