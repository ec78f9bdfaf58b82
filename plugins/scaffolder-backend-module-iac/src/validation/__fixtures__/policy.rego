# The policy of RegoPolicy.test.ts. Compiled beside it, with opa 1.x:
#   opa build -t wasm -e fairway/findings -e fairway/broken -o policy.tar.gz policy.rego data.json
package fairway

# A database keeps its backups for as many days as data.json says.
findings contains finding if {
	some file in input.files
	file.kind == "terragrunt"
	days := file.parsed.attributes.inputs.backup_days
	days < data.least_days
	finding := {
		"rule": "backups",
		"path": file.path,
		"line": 3,
		"message": sprintf("Backups are kept for %d days; keep them for %d.", [days, data.least_days]),
	}
}

# A source that a policy sees as an expression.
findings contains finding if {
	some file in input.files
	some block in file.parsed.blocks
	block.type == "terraform"
	contains(block.attributes.source.expression, "local.")
	finding := {"severity": "warning", "path": file.path, "line": block.line, "msg": "The source is computed."}
}

# Plain words, about no file.
findings contains "There is a secret volume." if {
	some file in input.files
	file.kind == "yaml"
	some document in file.parsed
	document.volume == "secret"
}

# No list of findings.
broken := {"allow": true}
