/// The homepage, the fronts of the sections, and what editors pin to them.
@NullMarked
package news.nashra.homepage.fronts;

import org.jspecify.annotations.NullMarked;
