# METADATA
# title: Records are deleted before the days they have to be kept
# description: >-
#   An intrusion is often found months after it began. What was deleted by then cannot be read again.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     too-short: fewer days than retention.minimumDays
#     unknown: the retention is known only after apply
#     wrong-type: the retention is not a number
#   help: >-
#     Set retention_in_days to at least retention.minimumDays of the settings (baseline 30).
#   controls: [
#     "FSBP v1.0.0 CloudWatch.16", "HIPAA 45 CFR 164.312(b)", "NIST 800-53 r5 AC-16(b)", "NIST 800-53 r5 AU-6(3)",
#     "NIST 800-53 r5 AU-6(4)", "NIST 800-53 r5 AU-6(6)", "NIST 800-53 r5 AU-6(9)", "NIST 800-53 r5 AU-10",
#     "NIST 800-53 r5 AU-11", "NIST 800-53 r5 AU-11(1)", "NIST 800-53 r5 AU-12(1)", "NIST 800-53 r5 AU-12(2)",
#     "NIST 800-53 r5 AU-12(3)", "NIST 800-53 r5 AU-14(a)", "NIST 800-53 r5 AU-14(b)", "NIST 800-53 r5 CA-7(b)",
#     "NIST 800-53 r5 PM-14(a)(1)", "NIST 800-53 r5 PM-14(b)", "NIST 800-53 r5 PM-21(b)", "NIST 800-53 r5 PM-31",
#     "NIST 800-53 r5 SC-28(2)", "NIST 800-53 r5 SI-4(17)", "NIST 800-53 r5 SI-12", "PCI DSS v3.2.1 10.7",
#     "PCI DSS v4.0 10.5.1",
#   ]
package flowgate.rules.retention_too_short

import data.flowgate.period
import data.flowgate.phrase
import data.flowgate.settings
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.log_groups), findings) if input.version == 1

findings := array.concat(
	[finding |
		some group in subject.log_groups
		days := group.retention.value
		days in period.accepted
		days < settings.minimum_days
		finding := {
			"verdict": "fail",
			"cause": "too-short",
			"source": group.source,
			"address": group.address,
			"related": subject.flow_logs_of(group),
			"message": $"records are deleted after {phrase.days(days)}, where at least {settings.minimum_days} are required",
			"fix": $"set retention_in_days to {period.at_least(settings.minimum_days)} or more",
		}
	],
	period.unreadable("unknown", "wrong-type"),
)
