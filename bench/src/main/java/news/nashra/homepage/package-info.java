/// What the measurements need from inside the homepage.
@NullMarked
package news.nashra.homepage;

import org.jspecify.annotations.NullMarked;
