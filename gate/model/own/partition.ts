/** Partitions by the prefix of their regions. https://docs.aws.amazon.com/general/latest/gr/rande.html */
const PARTITIONS: readonly (readonly [string, string])[] = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["us-isob-", "aws-iso-b"],
  ["us-isof-", "aws-iso-f"],
  ["us-iso-", "aws-iso"],
  ["eu-isoe-", "aws-iso-e"],
  ["eusc-", "aws-eusc"],
];

/** The partition of a region. */
export function partitionOf(region: string): string {
  return PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";
}

/** What names of services end in, by partition. https://docs.aws.amazon.com/general/latest/gr/rande.html */
const DNS_SUFFIXES: Readonly<Record<string, string>> = {
  aws: "amazonaws.com",
  "aws-cn": "amazonaws.com.cn",
  "aws-us-gov": "amazonaws.com",
  "aws-iso": "c2s.ic.gov",
  "aws-iso-b": "sc2s.sgov.gov",
  "aws-iso-e": "cloud.adc-e.uk",
  "aws-iso-f": "csp.hci.ic.gov",
  "aws-eusc": "amazonaws.eu",
};

/** `dns_suffix` of `aws_partition`; undefined for a partition that is not known. */
export function dnsSuffixOf(partition: string): string | undefined {
  return Object.hasOwn(DNS_SUFFIXES, partition) ? DNS_SUFFIXES[partition] : undefined;
}
