#!/usr/bin/env bash
# Judges the folder infra with conftest, by the bundle of policies. BUNDLE is any address that `conftest pull` takes:
# a folder, or git::https://HOST/flowgate.git//policies?ref=COMMIT of a copy of the repository.
set -euo pipefail
bundle=${BUNDLE:-$PWD/node_modules/flowgate/policies}
conftest pull --policy .flowgate/policies "$bundle"
npx --yes flowgate@0.1.0 settings >.flowgate/settings.json
npx --yes flowgate@0.1.0 model infra >.flowgate/model.json
conftest test --parser json --policy .flowgate/policies --namespace flowgate --data .flowgate/settings.json .flowgate/model.json
