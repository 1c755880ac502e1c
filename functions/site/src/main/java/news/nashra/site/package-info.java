/// The look: the edition, its words and dates, the layout that every page shares, its style and
/// script.
@NullMarked
package news.nashra.site;

import org.jspecify.annotations.NullMarked;
