# METADATA
# title: CIS Amazon Web Services Foundations Benchmark v5.0.0
# description: Control ids with the place where their mapping to checks was read; the rules name the ids in their METADATA.
package flowgate.presets.cis_aws_5_0

# METADATA
# description: the name that the settings call it by
name := "cis-aws-5.0"

# METADATA
# description: what it asks beyond the baseline
settings := {"traffic_types": ["ALL", "REJECT"]}

# METADATA
# description: where each control's mapping stands
controls := {$"CIS AWS v5.0.0 {id}": _source | some id in _ids}

_ids := [
	"1.15", "2.1.1", "2.1.4", "3.7",
]

_source := "https://github.com/prowler-cloud/prowler/blob/3e000faa3109230b748e4418a13c11c9e59f5cfb/prowler/compliance/aws/cis_5.0_aws.json"
