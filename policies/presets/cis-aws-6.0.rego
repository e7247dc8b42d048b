# METADATA
# title: CIS Amazon Web Services Foundations Benchmark v6.0.0
# description: Control ids with the place where their mapping to checks was read; the rules name the ids in their METADATA.
package flowgate.presets.cis_aws_6_0

# METADATA
# description: the name that the settings call it by
name := "cis-aws-6.0"

# METADATA
# description: what it asks beyond the baseline
settings := {"traffic_types": ["ALL", "REJECT"]}

# METADATA
# description: where each control's mapping stands
controls := {$"CIS AWS v6.0.0 {id}": _source | some id in _ids}

_ids := [
	"2.15", "3.1.1", "3.1.4", "4.7",
]

_source := "https://github.com/prowler-cloud/prowler/blob/3e000faa3109230b748e4418a13c11c9e59f5cfb/prowler/compliance/aws/cis_6.0_aws.json"
