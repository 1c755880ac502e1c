package news.nashra.bench.cold;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What is started and asked.
///
/// @param command starts its runtime
/// @param folder where it starts
/// @param environment beside the address of the Runtime API
/// @param event what it is asked, each time
/// @param expected what each answer contains
record Subject(
    String name,
    List<String> command,
    Path folder,
    Map<String, String> environment,
    byte[] event,
    String expected) {
  Subject with(List<String> otherCommand) {
    return new Subject(name, otherCommand, folder, environment, event, expected);
  }

  Subject named(String otherName) {
    return new Subject(otherName, command, folder, environment, event, expected);
  }
}
