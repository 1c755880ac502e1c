package news.nashra.local.stack.signin;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// The client of the template's user pool: where it may be sent, and how long its tokens are good.
///
/// @param callbacks addresses that may get a code
/// @param logouts addresses to which a sign-out may lead
record DeskClient(
    Set<String> callbacks, Set<String> logouts, Duration access, Duration id, Duration refresh) {
  /// @param newspaper where the newspaper is here, in place of the edition's domain
  static DeskClient read(Template template, URI newspaper) {
    var client = template.only("AWS::Cognito::UserPoolClient").getValue();
    var units = client.get("TokenValidityUnits");
    return new DeskClient(
        addresses(template, client.get("CallbackURLs"), newspaper),
        addresses(template, client.get("LogoutURLs"), newspaper),
        validity(client.get("AccessTokenValidity"), units.get("AccessToken")),
        validity(client.get("IdTokenValidity"), units.get("IdToken")),
        validity(client.get("RefreshTokenValidity"), units.get("RefreshToken")));
  }

  /// Cognito compares whole addresses. Here the newspaper has two names.
  private static Set<String> addresses(Template template, TemplateValue list, URI newspaper) {
    var addresses = new HashSet<String>();
    for (var value : list.list()) {
      var path = URI.create(template.resolve(value)).getRawPath();
      addresses.add(newspaper.resolve(path).toString());
      addresses.add("http://127.0.0.1:" + newspaper.getPort() + path);
    }
    return Set.copyOf(addresses);
  }

  private static Duration validity(TemplateValue amount, TemplateValue unit) {
    return Duration.of(amount.number(), ChronoUnit.valueOf(unit.text().toUpperCase(Locale.ROOT)));
  }
}
