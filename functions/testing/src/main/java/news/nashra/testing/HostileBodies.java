package news.nashra.testing;

import java.util.List;

/// Pieces of HTML that keep a program busy when they are repeated to the length of a request: what
/// parsers open again, what is looked up, and what becomes more than it was.
public final class HostileBodies {
  private static final List<String> PIECES =
      List.of(
          "<b>",
          "<b><i></b></i>",
          "<a><p></a>",
          "<table>",
          "<tr><td>x",
          "<ul><li>",
          "<ul><p>",
          "<figcaption>",
          "<blockquote>",
          "<svg>",
          "<xml></x>",
          "<td colspan=99 rowspan=99>x",
          "<p class=MsoListParagraph style='mso-list:l0 level9'>· x",
          "<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>v.</span>x",
          "<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>Q1:</span>x",
          "<",
          "<a ",
          "<!--",
          "</",
          "</ب",
          "<a@",
          "<b و ",
          "<ahmad >",
          "<b و>س",
          "<![CDATA[",
          "<a b=\"",
          "&",
          "[",
          "[a ",
          "[caption]",
          "[caption][/caption]",
          "<a href=/a>x</a>",
          "<a href=/x><b><p>",
          "<li>x",
          "<iframe src=https://youtube.com/embed/x></iframe>",
          "<figure><blockquote><p>",
          "[a b=\"",
          "<br><br>x",
          "&a",
          "&notin",
          "&notin;",
          "&#xFFFFFFFF;",
          "&;",
          "<p title='&a&a&a'>",
          "[aa]",
          "[gallery]",
          "[vc_row]",
          "[youtube a]",
          "[tiktok &amp;&amp;]",
          "[embed]https://x.com/a[/embed]",
          "<iframe src='https://www.facebook.com/plugins/post.php?href=https://facebook.com/x'></iframe>",
          "<iframe src=https://platform.x.com/embed/a?id=1></iframe>",
          "<figure data-embed=https://a.b>x</figure>",
          "<a href=https://google.com/url?q=http://a.b>x</a>",
          "<a href=https://موقع.مصر/>x</a>",
          "<p class=MsoListParagraph>1. x</p>",
          "<li role=checkbox aria-checked=true><img role=checkbox><p>x",
          "<p>-3.5%",
          "<ul>x</ul>",
          "<pre>x</pre>",
          "<table><tr><td>x</table>",
          "<table><tr><td><img data-media=01ARZ3NDEKTSV4RRFFQ69G5FAV alt=x></table>",
          "<p class=MsoListParagraph>a) x</p><p class=MsoListParagraph>1. x</p>",
          "<ol start=3><li data-aria-level=2 data-aria-posinset=3>x</li></ol>",
          "<foo class='a b c' style='font-weight:bold;font-style:italic;x:y' dir=rtl lang=en id=z>x</foo>",
          "<a href=https://مصرنستغمصرنستغمصرنستغمصرنستغمصرنستغمصرنستغ.com>x</a>",
          "<a href='\u200F \u200F \u200F x'>x</a>",
          "س +961 1 234 567 ",
          "x ",
          "́");

  private HostileBodies() {}

  public static List<String> pieces() {
    return PIECES;
  }
}
