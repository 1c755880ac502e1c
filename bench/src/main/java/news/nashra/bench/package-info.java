/// Measurements, each with the command to repeat it. What is compared is measured alternately in
/// one run; no test depends on the results.
@NullMarked
package news.nashra.bench;

import org.jspecify.annotations.NullMarked;
