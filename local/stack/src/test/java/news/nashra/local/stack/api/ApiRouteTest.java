package news.nashra.local.stack.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.TemplateText;
import org.junit.jupiter.api.Test;

class ApiRouteTest {
  private static final LambdaFunction READ = new FixedFunction("{}");

  @Test
  void aRouteIsReadFromTheTemplate() {
    assertThat(ApiRoute.read(TemplateText.parse(template("")), Map.of("Read", READ)))
        .containsExactly(new ApiRoute("GET", "/api/articles/{id}", false, READ));
    assertThat(
            ApiRoute.read(
                TemplateText.parse(template(", Auth: { Authorizer: NONE }")), Map.of("Read", READ)))
        .containsExactly(new ApiRoute("GET", "/api/articles/{id}", true, READ));
  }

  @Test
  void anotherAuthorizerStopsTheStartWithItsLine() {
    var template = TemplateText.parse(template(", Auth: { Authorizer: Partners }"));
    assertThatThrownBy(() -> ApiRoute.read(template, Map.of("Read", READ)))
        .isInstanceOf(StackFault.class)
        .hasMessage("template.yaml:4: the local stack has the default authorizer, and NONE");
  }

  @Test
  void aPathMatchesWithItsParameters() {
    var route = new ApiRoute("GET", "/api/articles/{id}/revisions/{n}", false, READ);
    assertThat(route.match("/api/articles/a%2Fb/revisions/3"))
        .isEqualTo(Optional.of(Map.of("id", "a%2Fb", "n", "3")));
    assertThat(route.match("/api/articles//revisions/3")).isEmpty();
    assertThat(route.match("/api/articles/1/revisions/3/")).isEmpty();
    assertThat(route.match("/api/articles/1/revision/3")).isEmpty();
    assertThat(route.match("/api/articles/1")).isEmpty();
  }

  private static String template(String auth) {
    return """
    Resources:
      Read: { Type: AWS::Serverless::Function, Properties: { Events: { Article:
        { Type: HttpApi, Properties:
          { Method: GET, Path: "/api/articles/{id}"%s } } } } }
    """
        .formatted(auth);
  }
}
