package news.nashra.local.stack;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import news.nashra.local.stack.template.StackFault;

/// Reports a start that failed: one line on the console and, unless the line explains the fault,
/// the stack trace in a file of the data folder.
final class FailedStart {
  private static final String FILE = "failed-start.txt";

  private FailedStart() {}

  /// The line for the console. Writes the trace, if there is one to write.
  static String line(Throwable fault, Path data) {
    if (fault instanceof StackFault) {
      return "nashra: did not start: " + oneLine(String.valueOf(fault.getMessage()));
    }
    var first = fault;
    for (var cause = fault; cause != null; cause = cause.getCause()) {
      first = cause;
    }
    return "nashra: did not start: " + oneLine(reason(first)) + "; " + keep(fault, data);
  }

  /// What is wrong with an edition is said in words; other faults have the name of their class.
  private static String reason(Throwable fault) {
    var message = fault.getMessage();
    return message != null && message.startsWith("edition.json: ") ? message : fault.toString();
  }

  private static String keep(Throwable fault, Path data) {
    var trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace, true));
    var file = data.resolve(FILE);
    try {
      Files.createDirectories(data);
      Files.writeString(file, trace.toString());
      return "the whole trace is in " + file;
    } catch (IOException e) {
      return "no trace, for " + file + " cannot be written: set NASHRA_DATA to another folder";
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
