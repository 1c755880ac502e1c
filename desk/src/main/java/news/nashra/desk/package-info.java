/// Puts the editors' and moderators' web application, which `build.mjs` bundles, into the bucket.
@NullMarked
package news.nashra.desk;

import org.jspecify.annotations.NullMarked;
