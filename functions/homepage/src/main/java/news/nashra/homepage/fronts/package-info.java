/// The homepage, the fronts of the sections, and the lead that editors pin.
@NullMarked
package news.nashra.homepage.fronts;

import org.jspecify.annotations.NullMarked;
