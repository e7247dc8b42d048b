# METADATA
# title: NIST SP 800-53 Revision 5
# description: Control ids with the place where their mapping to checks was read; the rules name the ids in their METADATA.
package flowgate.presets.nist_800_53_r5

# METADATA
# description: the name that the settings call it by
name := "nist-800-53-r5"

# METADATA
# description: what it asks beyond the baseline
settings := {"require_customer_key": true}

# METADATA
# description: where each control's mapping stands
controls := {$"NIST 800-53 r5 {id}": _source | some id in _ids}

_ids := [
	"AC-16(b)", "AC-17(2)", "AC-2(1)", "AC-3", "AC-3(7)", "AC-4", "AC-4(21)", "AC-4(26)", "AC-5(b)",
	"AC-6", "AC-6(10)", "AC-6(2)", "AC-6(3)", "AU-10", "AU-11", "AU-11(1)", "AU-12(1)", "AU-12(2)",
	"AU-12(3)", "AU-12(4)", "AU-12(a)", "AU-12(c)", "AU-14(3)", "AU-14(a)", "AU-14(b)", "AU-2(b)",
	"AU-3(a)", "AU-3(b)", "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)",
	"AU-8(b)", "AU-9(3)", "CA-7(b)", "CM-5(1)(b)", "CM-6(a)", "CM-9(b)", "CP-9(d)", "IA-3(3)(b)",
	"MA-4(1)(a)", "PM-14(a)(1)", "PM-14(b)", "PM-21(b)", "PM-31", "SC-13(a)", "SC-23", "SC-23(3)",
	"SC-25", "SC-28(1)", "SC-28(2)", "SC-7(3)", "SC-8(3)", "SC-8(4)", "SI-12", "SI-19(4)", "SI-4(17)",
	"SI-7(8)",
]

_source := "https://github.com/prowler-cloud/prowler/blob/3e000faa3109230b748e4418a13c11c9e59f5cfb/prowler/compliance/aws/nist_800_53_revision_5_aws.json"
