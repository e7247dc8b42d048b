# METADATA
# title: modules that are not installed
# description: |
#   A plan made from .tf shows what an argument refers to, and the module shows the text. One from a registry or from git
#   is on the disk once terraform init has installed it.
# schemas:
#   - input: schema["model.schema"]
package flowgate.installed

# METADATA
# description: addresses of calls whose module would be read if it were installed
missing := {[at, address] | some at, source in input.sources; some address in source.not_installed}

# METADATA
# description: an undecided finding on what such a module makes says how to have it read
told(finding) := object.union(finding, {"fix": $"run `terraform init`, so that {calls[0]} is read too, or {finding.fix}"}) if {
	finding.verdict == "undecided"
	calls := sort([address |
		some [at, address] in missing
		at == finding.source
		_holds(address, finding.address)
	])
	count(calls) > 0
} else := finding

_holds(module, address) if startswith(address, $"{module}.")

_holds(module, address) if startswith(address, $"{module}[")
