package news.nashra.core.aws;

import java.io.InputStream;
import java.util.ArrayList;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

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

  static ListObjectsV2Response read(InputStream stream) {
    try {
      var xml = XML.createXMLStreamReader(stream);
      var listing = ListObjectsV2Response.builder();
      var objects = new ArrayList<S3Object>();
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "Contents" -> objects.add(object(xml));
            case "IsTruncated" -> listing.isTruncated(Boolean.valueOf(xml.getElementText()));
            case "NextContinuationToken" -> listing.nextContinuationToken(xml.getElementText());
            default -> {} // what was asked
          }
        }
      }
      return listing.contents(objects).build();
    } catch (XMLStreamException e) {
      throw SdkClientException.create("the listing broke off", e);
    }
  }

  private static S3Object object(XMLStreamReader xml) throws XMLStreamException {
    var object = S3Object.builder();
    while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("Contents"))) {
      if (xml.isStartElement()) {
        switch (xml.getLocalName()) {
          case "Key" -> object.key(xml.getElementText());
          case "ETag" -> object.eTag(xml.getElementText());
          case "Size" -> object.size(Long.valueOf(xml.getElementText()));
          default -> {} // owner, class, time
        }
      }
    }
    return object.build();
  }
}
