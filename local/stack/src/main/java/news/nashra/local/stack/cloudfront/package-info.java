/// The local CloudFront: the distribution of the template, its functions and policies.
@NullMarked
package news.nashra.local.stack.cloudfront;

import org.jspecify.annotations.NullMarked;
