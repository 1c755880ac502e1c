/// Writes the pages of articles to the site bucket, at once, from the streams, and once more.
@NullMarked
package news.nashra.articles.press;

import org.jspecify.annotations.NullMarked;
