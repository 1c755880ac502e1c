package news.nashra.core.aws;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Reads a [listing of a
/// bucket](https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html#API_ListObjectsV2_ResponseSyntax):
/// the keys, ETags and sizes, and where the next one begins.
final class S3Listing {
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  private S3Listing() {}

  static Bucket.Listing read(InputStream stream) {
    try {
      var xml = XML.createXMLStreamReader(stream);
      var objects = new ArrayList<Bucket.Listed>();
      var next = Optional.<String>empty();
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "Contents" -> objects.add(object(xml));
            case "NextContinuationToken" -> next = Optional.of(xml.getElementText());
            default -> {} // what was asked
          }
        }
      }
      return new Bucket.Listing(objects, next);
    } catch (XMLStreamException e) {
      throw SdkClientException.create("the listing broke off", e);
    }
  }

  private static Bucket.Listed object(XMLStreamReader xml) throws XMLStreamException {
    var key = "";
    var etag = "";
    long bytes = 0;
    while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("Contents"))) {
      if (xml.isStartElement()) {
        switch (xml.getLocalName()) {
          case "Key" -> key = xml.getElementText();
          case "ETag" -> etag = xml.getElementText();
          case "Size" -> bytes = Long.parseLong(xml.getElementText());
          default -> {} // owner, class, time
        }
      }
    }
    return new Bucket.Listed(key, etag, bytes);
  }
}
