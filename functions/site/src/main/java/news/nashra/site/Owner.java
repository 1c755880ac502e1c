package news.nashra.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.nashra.core.EmailAddress;

/// The publisher, named in the footer of each page.
public record Owner(String name, String address, int copyrightYear, Contact contact) {
  private static final Set<String> FIELDS =
      Set.of("name", "address", "copyrightYear", "email", "phone");

  /// How readers reach the newspaper, besides by post.
  ///
  /// @param phone in the international form of [E.164](https://www.itu.int/rec/T-REC-E.164), in
  ///   groups as it is to be read: `+212 5 22 00 00 00`
  public record Contact(Optional<String> email, Optional<String> phone) {
    private static final Pattern PHONE = Pattern.compile("\\+[1-9](?: ?[0-9]){6,14}");

    public Contact {
      if (email.filter(address -> !EmailAddress.isWellFormed(address)).isPresent()) {
        throw new IllegalArgumentException("edition.json: owner.email is no email address");
      }
      if (phone.filter(number -> !PHONE.matcher(number).matches()).isPresent()) {
        throw new IllegalArgumentException(
            "edition.json: owner.phone is no number such as +212 5 22 00 00 00");
      }
    }

    /// The number as links have it: `tel:+212522000000`.
    public Optional<String> phoneLink() {
      return phone.map(number -> "tel:" + number.replace(" ", ""));
    }
  }

  /// Reads `owner`. A field that it does not know throws.
  static Owner read(JsonNode json) {
    json.fieldNames()
        .forEachRemaining(field -> {
          if (!FIELDS.contains(field)) {
            throw new IllegalArgumentException("edition.json: owner has no " + field);
          }
        });
    return new Owner(
        Edition.text(json, "name"),
        Edition.text(json, "address"),
        json.path("copyrightYear").asInt(),
        new Contact(find(json, "email"), find(json, "phone")));
  }

  private static Optional<String> find(JsonNode json, String name) {
    return json.has(name) ? Optional.of(json.path(name).asText()) : Optional.empty();
  }
}
