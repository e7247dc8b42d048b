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

# What CIS calls the four things, by version.
cis := {
	"CIS AWS v1.4.0": {"administrator": "1.16", "tls": "2.1.2", "public": "2.1.5", "flow-log": "3.9"},
	"CIS AWS v1.5.0": {"administrator": "1.16", "tls": "2.1.2", "public": "2.1.5", "flow-log": "3.9"},
	"CIS AWS v2.0.0": {"administrator": "1.16", "tls": "2.1.1", "public": "2.1.4", "flow-log": "3.9"},
	"CIS AWS v3.0.0": {"administrator": "1.16", "tls": "2.1.1", "public": "2.1.4", "flow-log": "3.7"},
	"CIS AWS v4.0.1": {"administrator": "1.16", "tls": "2.1.1", "public": "2.1.4", "flow-log": "3.7"},
	"CIS AWS v5.0.0": {"administrator": "1.15", "tls": "2.1.1", "public": "2.1.4", "flow-log": "3.7"},
	"CIS AWS v6.0.0": {"administrator": "2.15", "tls": "3.1.1", "public": "3.1.4", "flow-log": "4.7"},
	"CIS AWS v7.0.0": {"administrator": "2.14", "tls": "3.1.1", "public": "3.1.4", "flow-log": "4.7"},
}

# Where the mapping of each framework was read.
sources := {
	"cis-aws-1.4": "cis_1.4_aws",
	"cis-aws-1.5": "cis_1.5_aws",
	"cis-aws-2.0": "cis_2.0_aws",
	"cis-aws-3.0": "cis_3.0_aws",
	"cis-aws-4.0": "cis_4.0_aws",
	"cis-aws-5.0": "cis_5.0_aws",
	"cis-aws-6.0": "cis_6.0_aws",
	"cis-aws-7.0": "cis_7.0_aws",
	"fsbp": "aws_foundational_security_best_practices_aws",
	"hipaa": "hipaa_aws",
	"nist-800-53-r5": "nist_800_53_revision_5_aws",
	"pci-dss-3.2.1": "pci_3.2.1_aws",
	"pci-dss-4.0": "pci_4.0_aws",
}

others := {
	"fsbp": {"FSBP v1.0.0 CloudWatch.16": "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-16"},
	"cis-aws-1.2": {"CIS AWS v1.2.0 2.9": "https://learn.daydream.ai/requirements/cis-aws-foundations-cisaws-26"},
}

read_in(file) := $"https://github.com/prowler-cloud/prowler/blob/3e000faa3109230b748e4418a13c11c9e59f5cfb/prowler/compliance/aws/{file}.json"

# The rules name them in their METADATA, which __tests__/policies compares.
listed := {
	"fsbp": [$"FSBP v1.0.0 {id}" | some id in [
		"EC2.6", "IAM.1", "S3.13", "S3.5", "S3.8",
	]],
	"hipaa": [$"HIPAA 45 CFR {id}" | some id in [
		"164.308(a)(1)(ii)(B)", "164.308(a)(1)(ii)(D)", "164.308(a)(3)(i)", "164.308(a)(3)(ii)(A)",
		"164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(B)",
		"164.308(a)(6)(ii)", "164.312(a)(1)", "164.312(a)(2)(i)", "164.312(a)(2)(iv)", "164.312(b)",
		"164.312(c)(1)", "164.312(c)(2)", "164.312(e)(1)", "164.312(e)(2)(i)", "164.312(e)(2)(ii)",
	]],
	"nist-800-53-r5": [$"NIST 800-53 r5 {id}" | some id in [
		"AC-16(b)", "AC-17(2)", "AC-2(1)", "AC-3", "AC-3(7)", "AC-4", "AC-4(21)", "AC-4(26)", "AC-5(b)",
		"AC-6", "AC-6(10)", "AC-6(2)", "AC-6(3)", "AU-10", "AU-11", "AU-11(1)", "AU-12(1)", "AU-12(2)",
		"AU-12(3)", "AU-12(4)", "AU-12(a)", "AU-12(c)", "AU-14(3)", "AU-14(a)", "AU-14(b)", "AU-2(b)",
		"AU-3(a)", "AU-3(b)", "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)",
		"AU-8(b)", "AU-9(3)", "CA-7(b)", "CM-5(1)(b)", "CM-6(a)", "CM-9(b)", "CP-9(d)", "IA-3(3)(b)",
		"MA-4(1)(a)", "PM-14(a)(1)", "PM-14(b)", "PM-21(b)", "PM-31", "SC-13(a)", "SC-23", "SC-23(3)",
		"SC-25", "SC-28(1)", "SC-28(2)", "SC-7(3)", "SC-8(3)", "SC-8(4)", "SI-12", "SI-19(4)", "SI-4(17)",
		"SI-7(8)",
	]],
	"pci-dss-3.2.1": [$"PCI DSS v3.2.1 {id}" | some id in [
		"10.1", "10.7", "3.4",
	]],
	"pci-dss-4.0": [$"PCI DSS v4.0 {id}" | some id in [
		"1.3.1", "10.2.1", "10.2.2", "10.3.1", "10.3.2", "10.3.3", "10.3.4", "10.5.1", "10.6.3", "3.5.1",
		"4.2.1",
	]],
	"cis-aws-1.4": [$"CIS AWS v1.4.0 {id}" | some id in cis["CIS AWS v1.4.0"]],
	"cis-aws-1.5": [$"CIS AWS v1.5.0 {id}" | some id in cis["CIS AWS v1.5.0"]],
	"cis-aws-2.0": [$"CIS AWS v2.0.0 {id}" | some id in cis["CIS AWS v2.0.0"]],
	"cis-aws-3.0": [$"CIS AWS v3.0.0 {id}" | some id in cis["CIS AWS v3.0.0"]],
	"cis-aws-4.0": [$"CIS AWS v4.0.1 {id}" | some id in cis["CIS AWS v4.0.1"]],
	"cis-aws-5.0": [$"CIS AWS v5.0.0 {id}" | some id in cis["CIS AWS v5.0.0"]],
	"cis-aws-6.0": [$"CIS AWS v6.0.0 {id}" | some id in cis["CIS AWS v6.0.0"]],
	"cis-aws-7.0": [$"CIS AWS v7.0.0 {id}" | some id in cis["CIS AWS v7.0.0"]],
}

test_a_framework_has_the_controls_that_its_mapping_gives[name] if {
	some name in object.keys(flow_logs)
	read := {control: read_in(sources[name]) | some control in listed[name]}
	some preset
	data.flowgate.presets[preset].name == name
	data.flowgate.presets[preset].controls == object.union(read, object.get(others, name, {}))
}

# What a preset asks beyond the baseline; maxima and a boundary none of them asks for.
test_a_preset_asks_nothing_else[name] if {
	some name in object.keys(asked)
	settled := [settings.required_fields, settings.require_boundary] with data.flowgate_settings as {"preset": name}
	settled == [[], false]
	limits := [settings.maximum_days | settings.maximum_days] with data.flowgate_settings as {"preset": name}
	limits == []
}
