# METADATA
# title: HIPAA Security Rule, 45 CFR part 164, subpart C
# description: Control ids with the place where their mapping to checks was read; the rules name the ids in their METADATA.
package flowgate.presets.hipaa

# METADATA
# description: the name that the settings call it by
name := "hipaa"

# METADATA
# description: what it asks beyond the baseline
settings := {"require_customer_key": true}

# METADATA
# description: where each control's mapping stands
controls := {$"HIPAA 45 CFR {id}": _source | some id in _ids}

_ids := [
	"164.308(a)(1)(ii)(B)", "164.308(a)(1)(ii)(D)", "164.308(a)(3)(i)", "164.308(a)(3)(ii)(A)",
	"164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(B)",
	"164.308(a)(6)(ii)", "164.312(a)(1)", "164.312(a)(2)(i)", "164.312(a)(2)(iv)", "164.312(b)",
	"164.312(c)(1)", "164.312(c)(2)", "164.312(e)(1)", "164.312(e)(2)(i)", "164.312(e)(2)(ii)",
]

_source := "https://github.com/prowler-cloud/prowler/blob/3e000faa3109230b748e4418a13c11c9e59f5cfb/prowler/compliance/aws/hipaa_aws.json"
