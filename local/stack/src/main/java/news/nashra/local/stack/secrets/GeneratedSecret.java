package news.nashra.local.stack.secrets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import news.nashra.core.http.Json;
import news.nashra.local.stack.template.TemplateValue;

/// The text of a new secret, as CloudFormation [generates
/// it](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-secret-generatesecretstring.html):
/// a password with a character of each kind, alone or as a value in a JSON object.
record GeneratedSecret(int length, boolean punctuation, String template, String key) {
  private static final Set<String> KNOWN =
      Set.of("PasswordLength", "ExcludePunctuation", "SecretStringTemplate", "GenerateStringKey");

  private static final int DEFAULT_LENGTH = 32;
  private static final int MAX_LENGTH = 4096;

  private static final List<String> LETTERS_AND_DIGITS =
      List.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", "0123456789");

  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  /// Reads the property `GenerateSecretString`.
  static GeneratedSecret read(String resource, TemplateValue property) {
    property.allow(resource + ".GenerateSecretString", KNOWN);
    var template = property.find("SecretStringTemplate");
    var key = property.find("GenerateStringKey");
    if (template.isPresent() != key.isPresent()) {
      throw property.fault("SecretStringTemplate and GenerateStringKey go together");
    }
    int length = property.find("PasswordLength").map(TemplateValue::number).orElse(DEFAULT_LENGTH);
    if (length < LETTERS_AND_DIGITS.size() + 1 || length > MAX_LENGTH) {
      throw property.fault("a secret has 4 to " + MAX_LENGTH + " characters");
    }
    return new GeneratedSecret(
        length,
        !property.find("ExcludePunctuation").map(TemplateValue::flag).orElse(false),
        template.map(TemplateValue::text).orElse(""),
        key.map(TemplateValue::text).orElse(""));
  }

  /// Another text each time.
  String generate() {
    var password = password(new SecureRandom());
    return key.isEmpty()
        ? password
        : Json.write(((ObjectNode) Json.read(template)).put(key, password));
  }

  private String password(RandomGenerator random) {
    var alphabet = String.join("", kinds());
    String password;
    do {
      password =
          random
              .ints(length, 0, alphabet.length())
              .mapToObj(i -> alphabet.substring(i, i + 1))
              .collect(Collectors.joining());
    } while (!hasEachKind(password));
    return password;
  }

  private boolean hasEachKind(String password) {
    return kinds().stream().allMatch(kind -> password.chars().anyMatch(c -> kind.indexOf(c) >= 0));
  }

  private List<String> kinds() {
    return punctuation
        ? List.of(
            LETTERS_AND_DIGITS.get(0),
            LETTERS_AND_DIGITS.get(1),
            LETTERS_AND_DIGITS.get(2),
            PUNCTUATION)
        : LETTERS_AND_DIGITS;
  }
}
