package news.nashra.core.aws;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Reads a [listing of a
/// bucket](https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html#API_ListObjectsV2_ResponseSyntax):
/// the keys, ETags and sizes, and where the next one begins. Its XML has no attributes, comments or
/// other sections in these elements, so that an XML parser, which has 90 classes to load, has
/// nothing to add.
final class S3Listing {
  private static final Pattern REFERENCE = Pattern.compile("&(#x[0-9A-Fa-f]+|#[0-9]+|\\w+);");

  private S3Listing() {}

  static Bucket.Listing read(String xml) {
    if (!xml.contains("</ListBucketResult>")) {
      throw SdkClientException.create("the listing broke off");
    }
    var objects = new ArrayList<Bucket.Listed>();
    int from = 0;
    for (int start = xml.indexOf("<Contents>");
        start >= 0;
        start = xml.indexOf("<Contents>", from)) {
      from = xml.indexOf("</Contents>", start);
      var object = xml.substring(start, from);
      objects.add(
          new Bucket.Listed(
              text(object, "Key").orElseThrow(),
              text(object, "ETag").orElseThrow(),
              text(object, "Size").map(Long::parseLong).orElseThrow()));
    }
    return new Bucket.Listing(objects, text(xml, "NextContinuationToken"));
  }

  /// The text of the first element with this name.
  private static Optional<String> text(String xml, String element) {
    int start = xml.indexOf("<" + element + ">");
    if (start < 0) {
      return Optional.empty();
    }
    int end = xml.indexOf("</" + element + ">", start);
    return Optional.of(unescaped(xml.substring(start + element.length() + 2, end)));
  }

  private static String unescaped(String text) {
    return text.indexOf('&') < 0
        ? text
        : REFERENCE.matcher(text).replaceAll(found -> character(found.group(1)));
  }

  private static String character(String reference) {
    var character =
        switch (reference) {
          case "amp" -> "&";
          case "lt" -> "<";
          case "gt" -> ">";
          case "quot" -> "\"";
          case "apos" -> "'";
          default -> {
            boolean hex = reference.startsWith("#x");
            var digits = reference.substring(hex ? 2 : 1);
            yield Character.toString(Integer.parseInt(digits, hex ? 16 : 10));
          }
        };
    return Matcher.quoteReplacement(character);
  }
}
