# Copyright 2026 The Fairway Authors
# SPDX-License-Identifier: Apache-2.0

# Pretends to restart a service: its values come as JSON, which a shell need not read.
set -eu
echo "Restarting $FAIRWAY_SERVICE in $FAIRWAY_ENVIRONMENT"
echo "{\"summary\": \"$FAIRWAY_SERVICE was restarted.\"}" > "$FAIRWAY_OUTPUT"
