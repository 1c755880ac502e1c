/// Bodies of articles: pasted HTML turned into the few elements that pages print.
@NullMarked
package news.nashra.articles.body;

import org.jspecify.annotations.NullMarked;
