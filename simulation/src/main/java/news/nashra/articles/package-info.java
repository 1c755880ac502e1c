/// What the simulation needs from inside articles.
@NullMarked
package news.nashra.articles;

import org.jspecify.annotations.NullMarked;
