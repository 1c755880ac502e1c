/// What the measurements need from inside articles.
@NullMarked
package news.nashra.articles;

import org.jspecify.annotations.NullMarked;
