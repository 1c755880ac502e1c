/// The page of an article, composed from plain values.
@NullMarked
package news.nashra.articles.pages;

import org.jspecify.annotations.NullMarked;
