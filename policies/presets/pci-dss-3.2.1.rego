# METADATA
# title: Payment Card Industry Data Security Standard v3.2.1
# description: Control ids with the place where their mapping to checks was read; the rules name the ids in their METADATA.
package flowgate.presets.pci_dss_3_2_1

# METADATA
# description: the name that the settings call it by
name := "pci-dss-3.2.1"

# METADATA
# description: what it asks beyond the baseline
settings := {"minimum_days": 365, "require_customer_key": true}

# METADATA
# description: where each control's mapping stands
controls := {$"PCI DSS v3.2.1 {id}": _source | some id in _ids}

_ids := [
	"10.1", "10.7", "3.4",
]

_source := "https://github.com/prowler-cloud/prowler/blob/3e000faa3109230b748e4418a13c11c9e59f5cfb/prowler/compliance/aws/pci_3.2.1_aws.json"
