package flowgate.presets_test

import data.flowgate.settings

# What presets ask that differs from the baseline (30 days, ALL, no key): days, traffic types, a customer-managed key.
asked := {
	"baseline": [30, ["ALL"], false],
	"cis-aws-1.2": [30, ["ALL", "REJECT"], false],
	"cis-aws-1.4": [30, ["ALL", "REJECT"], false],
	"cis-aws-1.5": [30, ["ALL", "REJECT"], false],
	"cis-aws-2.0": [30, ["ALL", "REJECT"], false],
	"cis-aws-3.0": [30, ["ALL", "REJECT"], false],
	"cis-aws-4.0": [30, ["ALL", "REJECT"], false],
	"cis-aws-5.0": [30, ["ALL", "REJECT"], false],
	"cis-aws-6.0": [30, ["ALL", "REJECT"], false],
	"cis-aws-7.0": [30, ["ALL", "REJECT"], false],
	"fsbp": [365, ["ALL", "REJECT"], false],
	"hipaa": [30, ["ALL"], true],
	"nist-800-53-r5": [30, ["ALL"], true],
	"pci-dss-3.2.1": [365, ["ALL"], true],
	"pci-dss-4.0": [365, ["ALL"], true],
}

test_a_preset_asks[name] if {
	some name, values in asked
	held := [settings.minimum_days, settings.traffic_types, settings.require_customer_key] with data.flowgate_settings as {"preset": name}
	held == values
}

test_there_are_no_other_presets if {
	{data.flowgate.presets[package_name].name | some package_name} == object.keys(asked)
}

# What flow logs on every VPC are called where.
flow_logs := {
	"cis-aws-1.2": "CIS AWS v1.2.0 2.9",
	"cis-aws-1.4": "CIS AWS v1.4.0 3.9",
	"cis-aws-1.5": "CIS AWS v1.5.0 3.9",
	"cis-aws-2.0": "CIS AWS v2.0.0 3.9",
	"cis-aws-3.0": "CIS AWS v3.0.0 3.7",
	"cis-aws-4.0": "CIS AWS v4.0.1 3.7",
	"cis-aws-5.0": "CIS AWS v5.0.0 3.7",
	"cis-aws-6.0": "CIS AWS v6.0.0 4.7",
	"cis-aws-7.0": "CIS AWS v7.0.0 4.7",
	"fsbp": "FSBP v1.0.0 EC2.6",
	"hipaa": "HIPAA 45 CFR 164.312(b)",
	"nist-800-53-r5": "NIST 800-53 r5 AU-12(a)",
	"pci-dss-3.2.1": "PCI DSS v3.2.1 10.1",
	"pci-dss-4.0": "PCI DSS v4.0 10.2.1",
}

test_a_framework_names_the_source_of_each_control[name] if {
	some name, control in flow_logs
	some preset
	data.flowgate.presets[preset].name == name
	data.flowgate.presets[preset].controls[control]
	every source in data.flowgate.presets[preset].controls { startswith(source, "https://") }
}

test_the_baseline_is_no_framework if data.flowgate.presets.baseline.controls == {}
