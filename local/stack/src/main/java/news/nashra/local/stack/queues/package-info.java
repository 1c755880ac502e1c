/// The queues of the template, and the part of SQS that functions send with.
@NullMarked
package news.nashra.local.stack.queues;

import org.jspecify.annotations.NullMarked;
