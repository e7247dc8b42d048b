# METADATA
# title: Payment Card Industry Data Security Standard v4.0
# description: Control ids with the place where their mapping to checks was read; the rules name the ids in their METADATA.
package flowgate.presets.pci_dss_4_0

# METADATA
# description: the name that the settings call it by
name := "pci-dss-4.0"

# METADATA
# description: what it asks beyond the baseline
settings := {"minimum_days": 365, "require_customer_key": true}

# METADATA
# description: where each control's mapping stands
controls := {$"PCI DSS v4.0 {id}": _source | some id in _ids}

_ids := [
	"1.3.1", "10.2.1", "10.2.2", "10.3.1", "10.3.2", "10.3.3", "10.3.4", "10.5.1", "10.6.3", "3.5.1",
	"4.2.1",
]

_source := "https://github.com/prowler-cloud/prowler/blob/3e000faa3109230b748e4418a13c11c9e59f5cfb/prowler/compliance/aws/pci_4.0_aws.json"
