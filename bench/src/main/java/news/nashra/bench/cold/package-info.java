/// How long functions take from nothing to an answer.
@NullMarked
package news.nashra.bench.cold;

import org.jspecify.annotations.NullMarked;
