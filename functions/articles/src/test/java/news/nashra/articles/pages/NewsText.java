package news.nashra.articles.pages;

import java.util.List;
import java.util.Optional;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.Credits;
import news.nashra.articles.Kind;
import news.nashra.articles.Sections;

/// A piece of news of a usual length in each language, with what a text often has.
final class NewsText {
  private NewsText() {}

  static ArticleContent in(String language) {
    return switch (language) {
      case "ar" ->
          news(
              "مدينة جرّبت الحافلة المجانية سنة كاملة وهذا ما وجدته",
              "زاد الركاب بمقدار الثلث، وقلّ الزحام في الصباح، ولم يتغير عدد السيارات.",
              "الرباط",
              "سلمى بن علي",
              "<p>قال مدير النقل إن الحافلات ستبقى مجانية حتى نهاية الصيف، وإن المجلس سيقرر بعدها ما إذا كانت المدينة قادرة على "
                  + "تحمل كلفتها سنة أخرى. وتقدر الكلفة بنحو 38 مليون درهم، أي 206 دراهم لكل ساكن.</p>",
              "«لم أعد أحسب ثمن التذكرة»",
              "الخط",
              "الركاب");
      case "en" ->
          news(
              "A city tried free buses for a year, and this is what it found",
              "A third more people took the bus, mornings were calmer, and the number of cars stayed the same.",
              "Rabat",
              "Salma Ben Ali",
              "<p>The buses will stay free until the end of summer, the head of transport said. After that, the council will decide "
                  + "whether the city can afford another year. It costs about 38 million dirhams, or 206 for each inhabitant.</p>",
              "“I no longer count the fare”",
              "Line",
              "Passengers");
      default ->
          news(
              "Une ville a essayé les bus gratuits pendant un an, et voici ce qu’elle a constaté",
              "Un tiers de voyageurs en plus, des matins plus calmes, et toujours autant de voitures.",
              "Rabat",
              "Salma Ben Ali",
              "<p>Les bus resteront gratuits jusqu’à la fin de l’été, a déclaré le directeur des transports. Le conseil décidera ensuite "
                  + "si la ville peut se le permettre une année de plus. Le coût est de 38 millions de dirhams, soit 206 par habitant.</p>",
              "«\u00a0Je ne compte plus le prix du billet\u00a0»",
              "Ligne",
              "Voyageurs");
    };
  }

  private static ArticleContent news(
      String headline,
      String summary,
      String city,
      String byline,
      String paragraph,
      String quote,
      String... columns) {
    var table = "<table><tr><th>%s</th><th>%s</th></tr><tr><td>4</td><td>1,200</td></tr></table>";
    return new ArticleContent(
        headline,
        new ArticleContent.Dateline(
            Optional.of(city), Optional.of("Nashra"), new Credits(Optional.of(byline), List.of())),
        new ArticleContent.Summary(summary, true),
        paragraph.repeat(2)
            + "<h2>"
            + columns[1]
            + "</h2>"
            + table.formatted((Object[]) columns)
            + "<blockquote data-pull><p>"
            + quote
            + "</p></blockquote>"
            + paragraph,
        Optional.empty(),
        new ArticleContent.Labels(Kind.NEWS, Sections.of("society"), List.of("Open Data", "قطار")),
        List.of(),
        true);
  }
}
