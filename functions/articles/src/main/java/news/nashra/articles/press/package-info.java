/// Writes the pages of articles to the site bucket: with the request, from the streams, and once
/// more on a schedule.
@NullMarked
package news.nashra.articles.press;

import org.jspecify.annotations.NullMarked;
