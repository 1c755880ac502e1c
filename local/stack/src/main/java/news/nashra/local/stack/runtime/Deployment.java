package news.nashra.local.stack.runtime;

import java.nio.file.Path;
import java.util.Map;

/// A function as it is deployed.
///
/// @param handler the name of its class
/// @param folder its unpacked zip
/// @param environment its variables
public record Deployment(String handler, Path folder, Map<String, String> environment) {}
