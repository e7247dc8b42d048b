# METADATA
# title: AWS Foundational Security Best Practices v1.0.0
# description: Control ids with the place where their mapping to checks was read; the rules name the ids in their METADATA.
package flowgate.presets.fsbp

# METADATA
# description: the name that the settings call it by
name := "fsbp"

# METADATA
# description: what it asks beyond the baseline
settings := {"minimum_days": 365, "traffic_types": ["ALL", "REJECT"]}

# METADATA
# description: where each control's mapping stands
controls := object.union(
	{$"FSBP v1.0.0 {id}": _source | some id in _ids},
	{"FSBP v1.0.0 CloudWatch.16": "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-16"},
)

_ids := [
	"EC2.6", "IAM.1", "S3.13", "S3.5", "S3.8",
]

_source := "https://github.com/prowler-cloud/prowler/blob/3e000faa3109230b748e4418a13c11c9e59f5cfb/prowler/compliance/aws/aws_foundational_security_best_practices_aws.json"
