/// The copy desk: finds slips of spelling, typography and house style in an article before it is
/// published. The rules are data, in `edition/style/`.
@NullMarked
package news.nashra.articles.copydesk;

import org.jspecify.annotations.NullMarked;
