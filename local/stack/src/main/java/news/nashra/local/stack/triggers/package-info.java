/// What calls a function without a request: streams, buckets and schedules.
@NullMarked
package news.nashra.local.stack.triggers;

import org.jspecify.annotations.NullMarked;
