/// What editors and readers meet, over HTTP and in a real browser, against the local stack.
@NullMarked
package news.nashra.e2e;

import org.jspecify.annotations.NullMarked;
