package news.nashra.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where the newspaper publishes how it works, from `policies` in `edition.json`, for search
/// engines and the [Trust Project](https://thetrustproject.org/). Immutable.
///
/// @param addresses by the names of schema.org, in its order; each is absolute, or a path on this
///   site
public record Policies(Map<String, String> addresses) {
  /// The policies of a [NewsMediaOrganization](https://schema.org/NewsMediaOrganization).
  private static final List<String> NAMES =
      List.of(
          "publishingPrinciples",
          "actionableFeedbackPolicy",
          "correctionsPolicy",
          "diversityPolicy",
          "diversityStaffingReport",
          "ethicsPolicy",
          "masthead",
          "missionCoveragePrioritiesPolicy",
          "noBylinesPolicy",
          "ownershipFundingInfo",
          "unnamedSourcesPolicy",
          "verificationFactCheckingPolicy");

  public Policies {
    var ordered = new LinkedHashMap<String, String>();
    for (var name : NAMES) {
      if (addresses.containsKey(name)) {
        ordered.put(name, addresses.get(name));
      }
    }
    addresses.forEach((name, address) -> {
      if (!ordered.containsKey(name)) {
        throw new IllegalArgumentException("edition.json: policies has no " + name);
      }
      if (!address.matches("/(?!/)[!-~]*|https://[!-~]+")) {
        throw new IllegalArgumentException(
            "edition.json: policies." + name + " is neither a path nor an https address");
      }
    });
    addresses = Collections.unmodifiableMap(ordered);
  }

  /// Where `edition.json` says nothing, there are none.
  static Policies read(JsonNode json) {
    var addresses = new LinkedHashMap<String, String>();
    json.properties().forEach(policy -> addresses.put(policy.getKey(), policy.getValue().asText()));
    return new Policies(addresses);
  }
}
