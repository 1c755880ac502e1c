package news.nashra.site;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/// The [jte](https://jte.gg) templates of one module, compiled when the module is built. Every
/// value is escaped for its context in the HTML. Thread-safe.
public final class Templates {
  private final TemplateEngine engine;

  /// @param packageName the module's `pages.package`
  public Templates(String packageName) {
    this.engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), packageName);
  }

  /// A part of a page. It is rendered each time that it is written.
  public Content part(String template, Map<String, Object> values) {
    return output -> engine.render(template, values, output);
  }

  /// Renders a whole document, in UTF-8.
  public byte[] document(String template, Map<String, Object> values) {
    var output = new Utf8ByteOutput();
    engine.render(template, values, output);
    return output.toByteArray();
  }
}
