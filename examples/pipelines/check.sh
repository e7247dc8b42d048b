#!/usr/bin/env bash
# Plans the folder infra, judges the plan together with its source, and applies exactly what was judged.
set -euo pipefail
terraform -chdir=infra init -input=false
terraform -chdir=infra plan -input=false -out=plan.bin
terraform -chdir=infra show -json plan.bin >plan.json
npx --yes flowgate@0.1.0 check plan.json infra --report html=flowgate.html
terraform -chdir=infra apply -input=false plan.bin
