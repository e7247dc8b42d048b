# METADATA
# title: CIS Amazon Web Services Foundations Benchmark v1.2.0
# description: Control ids with the place where their mapping to checks was read; the rules name the ids in their METADATA.
package flowgate.presets.cis_aws_1_2

# METADATA
# description: the name that the settings call it by
name := "cis-aws-1.2"

# METADATA
# description: what it asks beyond the baseline
settings := {"traffic_types": ["ALL", "REJECT"]}

# METADATA
# description: where each control's mapping stands
controls := {
	"CIS AWS v1.2.0 2.9": "https://learn.daydream.ai/requirements/cis-aws-foundations-cisaws-26",
}
