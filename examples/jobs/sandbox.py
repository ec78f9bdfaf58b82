# Copyright 2026 The Fairway Authors
# SPDX-License-Identifier: Apache-2.0

"""Pretends to start services on their own for a while. Run twice, it makes the same environment."""

import json
import os
import sys

values = json.load(sys.stdin)
name = os.environ["FAIRWAY_RESOURCE"]

if os.environ["FAIRWAY_OPERATION"] == "delete":
    print(f"{name} is taken down, with its data")
    sys.exit(0)

images = values.get("images", {})
for service, tag in sorted(images.items()):
    print(f"{service} {tag} starts in {name}")

address = f"https://{name}.try.example"
with open(os.environ["FAIRWAY_OUTPUT"], "w", encoding="utf-8") as output:
    json.dump(
        {
            "summary": f"{len(images)} services run in {name}.",
            "outputs": {"address": address},
            "entity": {
                "type": "temporary-environment",
                "title": f"Temporary environment {name}",
                "links": [{"title": "Open it", "url": address}],
            },
        },
        output,
    )
