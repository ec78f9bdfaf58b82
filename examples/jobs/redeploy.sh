# Copyright 2026 The Fairway Authors
# SPDX-License-Identifier: Apache-2.0

# Pretends to deploy an image tag. The values are JSON on the input; the tag is checked by the portal's configuration.
set -eu
tag=$(sed -n 's/.*"tag":"\([A-Za-z0-9_.-]*\)".*/\1/p')
echo "Deploying $FAIRWAY_SERVICE $tag in $FAIRWAY_ENVIRONMENT"
echo "{\"summary\": \"$FAIRWAY_SERVICE $tag runs in $FAIRWAY_ENVIRONMENT.\", \"outputs\": {\"tag\": \"$tag\"}}" > "$FAIRWAY_OUTPUT"
