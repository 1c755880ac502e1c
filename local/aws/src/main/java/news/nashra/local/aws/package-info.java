/// DynamoDB and S3 in one process, for tests and for the local stack. Nothing of it is ever
/// shipped.
@NullMarked
package news.nashra.local.aws;

import org.jspecify.annotations.NullMarked;
