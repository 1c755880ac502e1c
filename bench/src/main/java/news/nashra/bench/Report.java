package news.nashra.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// A page of results in Markdown.
public final class Report {
  private final StringBuilder text = new StringBuilder();

  /// @param name of what is measured, and of its file
  /// @param command measures it again
  Report(String name, String command) {
    var runtime = Runtime.getRuntime();
    text.append(
        """
        # %s

        Repeat it with `%s`. Measured on %s, on %d cores, JDK %s, everything on one \
        machine: the local stack, DynamoDB Local, S3Proxy and the clients.
        """
            .formatted(
                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                command,
                LocalDate.now(ZoneOffset.UTC),
                runtime.availableProcessors(),
                Runtime.version().feature()));
  }

  public void section(String title, String explanation) {
    text.append("\n## ").append(title).append("\n\n").append(explanation).append("\n\n");
    System.out.println("measured: " + title);
  }

  public void table(List<String> head, List<List<String>> rows) {
    row(head);
    row(head.stream().map(h -> "---").toList());
    rows.forEach(this::row);
  }

  private void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  String text() {
    return text.toString();
  }
}
