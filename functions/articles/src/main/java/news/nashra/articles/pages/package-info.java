/// The page of an article, composed from values alone.
@NullMarked
package news.nashra.articles.pages;

import org.jspecify.annotations.NullMarked;
