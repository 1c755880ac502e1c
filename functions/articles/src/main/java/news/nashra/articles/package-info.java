/// The article and its parts: content, references, place, timeline; the lists that show it.
@NullMarked
package news.nashra.articles;

import org.jspecify.annotations.NullMarked;
