package news.nashra.local.stack.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The address of a service for functions alone. Any program on the machine may call the
/// newspaper's port, so nobody can guess the address, and requests are signed as those of the AWS
/// SDK are.
public final class PrivateEndpoint {
  private static final int BYTES = 24;

  private final String prefix;
  private final String path;

  /// @param prefix of the path, with a slash at the end
  public PrivateEndpoint(String prefix) {
    var address = new byte[BYTES];
    new SecureRandom().nextBytes(address);
    this.prefix = prefix;
    this.path = prefix + HexFormat.of().formatHex(address);
  }

  public String path() {
    return path;
  }

  /// Whether a path is for the service, at the right address or a wrong one.
  public boolean has(String other) {
    return other.startsWith(prefix);
  }

  /// Whether a request comes from a function.
  public boolean is(WebRequest request) {
    var asked = request.path().getBytes(StandardCharsets.UTF_8);
    var start = new byte[Math.min(asked.length, path.length())];
    System.arraycopy(asked, 0, start, 0, start.length);
    return request.isSigned()
        && MessageDigest.isEqual(start, path.getBytes(StandardCharsets.UTF_8));
  }

  /// What a path has after the address.
  public String rest(String whole) {
    return whole.substring(path.length());
  }
}
