# Copyright 2026 The Fairway Authors
# SPDX-License-Identifier: Apache-2.0

"""Pretends to start a notebook. Run twice, it makes the same one."""

import json
import os
import sys

values = json.load(sys.stdin)
name = os.environ["FAIRWAY_RESOURCE"]
operation = os.environ["FAIRWAY_OPERATION"]
environment = os.environ["FAIRWAY_ENVIRONMENT"]

if operation == "delete":
    print(f"The notebook {name} is stopped in {environment}")
    sys.exit(0)

size = values.get("size", "small")
print(f"A {size} notebook {name} starts in {environment}")

address = f"https://notebooks.example/{environment}/{name}"
with open(os.environ["FAIRWAY_OUTPUT"], "w", encoding="utf-8") as output:
    json.dump(
        {
            "summary": f"{name} runs.",
            "outputs": {"address": address, "size": size},
            "entity": {
                "type": "notebook",
                "title": f"Notebook {name}",
                "links": [{"title": "Open the notebook", "url": address}],
            },
        },
        output,
    )
