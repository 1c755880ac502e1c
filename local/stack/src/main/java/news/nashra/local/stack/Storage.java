package news.nashra.local.stack;

import java.util.List;
import news.nashra.local.aws.LocalAws;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// The tables and buckets of the template.
final class Storage {
  private Storage() {}

  /// Creates those that do not exist yet.
  static void create(Template template, LocalAws aws) {
    template
        .resources("AWS::DynamoDB::Table")
        .forEach((name, table) -> aws.createTable(Template.physicalName(name), indexes(table)));
    template
        .resources("AWS::S3::Bucket")
        .keySet()
        .forEach(name -> aws.createBucket(Template.physicalName(name)));
  }

  private static LocalAws.Index[] indexes(TemplateValue table) {
    return table.at("GlobalSecondaryIndexes").map(TemplateValue::list).orElse(List.of()).stream()
        .map(index -> {
          var keys = index.get("KeySchema").list();
          return new LocalAws.Index(
              index.get("IndexName").text(),
              keys.get(0).get("AttributeName").text(),
              keys.get(1).get("AttributeName").text(),
              index.get("Projection").get("ProjectionType").text());
        })
        .toArray(LocalAws.Index[]::new);
  }
}
