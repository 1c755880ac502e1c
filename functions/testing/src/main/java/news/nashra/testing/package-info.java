/// What the tests of all modules share: DynamoDB Local and S3Proxy for a test class, events for
/// functions and their answers, a clock that a test moves, golden files. It depends on no function,
/// so that every module can use it, core too.
@NullMarked
package news.nashra.testing;

import org.jspecify.annotations.NullMarked;
