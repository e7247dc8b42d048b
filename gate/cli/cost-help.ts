/** What `flowgate cost --help` prints. */
export const COST = `Say what flow logs cost a month, destination by destination.

Usage: flowgate cost --gigabytes N [options]
       flowgate cost --records N [options]

Options
  --gigabytes N            GB of records a month, as delivered
  --records N              records a second instead
  --record-bytes N         bytes of a record (default: 114, AWS's example of 14 fields)
  --retention DAYS         days that records are kept (default: 365)
  --queried N              GB of records that queries look through a month (default: 0)
  --compressed-to N        what compression leaves of a GB, above 0 to 1 (default: 1, so storage is at most this)
  --parquet-read N         what a query reads of a Parquet file, above 0 to 1 (default: 1)
  --standard-ia DAYS       move records to S3 Standard-IA after so many days
  --alarms N, --metrics N  alarms and custom metrics
  --free-tier              nothing else uses the 5 GB a month that CloudWatch Logs gives away
  --price NAME=USD         a price that differs from the table's (us-east-1), or that it lacks; may stand several times
  --format text|json       text is a table; json has every line and the source of each price
  -h, --help               this text

Exit codes: 0 printed, 2 could not be reckoned.

Examples
  flowgate cost --gigabytes 100 --retention 365 --queried 500
  flowgate cost --records 2000 --free-tier --price firehose-ingestion=0.1
`;
