/// DynamoDB and S3: clients, items and transactions.
@NullMarked
package news.nashra.core.aws;

import org.jspecify.annotations.NullMarked;
