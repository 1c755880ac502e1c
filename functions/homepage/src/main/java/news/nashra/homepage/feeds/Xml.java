package news.nashra.homepage.feeds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import news.nashra.core.press.Page;

/// Writes a document of XML 1.0, element by element; all text is escaped, and what no such document
/// may hold is left out. The same content gives the same bytes: attributes stand in the order of
/// their names.
final class Xml {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter writer;

  /// Writes what is inside an element.
  interface Inside {
    void write();
  }

  Xml() {
    try {
      this.writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  Xml element(String name, Map<String, String> attributes, Inside inside) {
    try {
      writer.writeCharacters("\n");
      writer.writeStartElement(name);
      for (var attribute : new TreeMap<>(attributes).entrySet()) {
        writer.writeAttribute(attribute.getKey(), clean(attribute.getValue()));
      }
      inside.write();
      writer.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  Xml element(String name, Inside inside) {
    return element(name, Map.of(), inside);
  }

  Xml element(String name, String text) {
    return element(name, Map.of(), text);
  }

  Xml element(String name, Map<String, String> attributes, String text) {
    return element(
        name,
        attributes,
        () -> {
          try {
            writer.writeCharacters(clean(text));
          } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  Page.Present page(String contentType) {
    try {
      writer.writeEndDocument();
      writer.flush();
      return new Page.Present(bytes.toByteArray(), contentType, Page.PAGE_CACHE_CONTROL, Map.of());
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /// [Characters](https://www.w3.org/TR/xml/#charsets) that are allowed.
  private static String clean(String text) {
    return text.codePoints()
        .filter(c ->
            c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
