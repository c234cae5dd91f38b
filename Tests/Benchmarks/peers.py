"""Compares two JSON files as a peer does; usage: peers.py deepdiff|nbdime FILE FILE."""

import json
import sys

before, after = (json.load(open(path, encoding="utf-8")) for path in sys.argv[2:4])
if sys.argv[1] == "deepdiff":
    from deepdiff import DeepDiff

    print(DeepDiff(before, after).to_json())
else:
    from nbdime.diffing.generic import diff

    print(json.dumps(diff(before, after)))
