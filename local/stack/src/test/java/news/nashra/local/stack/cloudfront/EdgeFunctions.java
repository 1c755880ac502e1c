package news.nashra.local.stack.cloudfront;

import java.util.Objects;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateText;

/// CloudFront functions for tests.
final class EdgeFunctions {
  private EdgeFunctions() {}

  /// A function of a template.
  static EdgeFunction of(Template template, String name) {
    var properties = template.resources("AWS::CloudFront::Function").get(name);
    return EdgeFunction.compile(name, Objects.requireNonNull(properties));
  }

  /// The function `Tested`, whose code begins in the sixth line of its template.
  static EdgeFunction of(String code) {
    return of(
        TemplateText.parse(
            """
            Resources:
              Tested:
                Type: AWS::CloudFront::Function
                Properties:
                  FunctionCode: |
                    %s
            """
                .formatted(code)),
        "Tested");
  }
}
