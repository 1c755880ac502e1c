package news.nashra.local.stack.runtime;

import java.net.URL;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Loads the classes of one function from its unpacked zip: those of Nashra itself, while the other
/// libraries are those of [FunctionLibraries]. The function sees no class of the local stack, and
/// has an environment of its own.
final class FunctionLoader extends RedirectingLoader {
  private final FunctionLibraries libraries;

  /// @param classPath without the libraries
  FunctionLoader(
      List<URL> classPath,
      FunctionLibraries libraries,
      Map<String, String> environment,
      InstantSource clock) {
    super(
        classPath,
        libraries,
        List.of(FunctionEnvironment.class, FunctionClock.class),
        () -> environment,
        clock);
    this.libraries = libraries;
  }

  /// The libraries, which other functions may share.
  FunctionLibraries libraries() {
    return libraries;
  }
}
