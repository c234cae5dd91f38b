"""Compares what each target imports with what the manifest says it depends on directly.

The compiler's own check lets a target import what it only reaches through another one. Reads the output of
`swift package describe --type json` from standard input; ends with 1 and one line per stray import.
"""

import json
import pathlib
import re
import sys

import findings

# Part of the toolchain: no target has to name them.
TOOLCHAIN = {"Swift", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin", "System"}
# Libraries do without Foundation, which is large and slow to load.
PROGRAM = {"FoundationEssentials"}
TESTS = {"Testing", "Foundation", "FoundationEssentials"}
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)"
)


def stray_imports(package):
    root = pathlib.Path(package["path"])
    for target in package["targets"]:
        allowed = TOOLCHAIN | set(target.get("target_dependencies", [])) | set(target.get("product_dependencies", []))
        if target["type"] == "executable":
            allowed |= PROGRAM
        if target["path"].startswith("Tests/"):
            allowed |= TESTS
        for source in target["sources"]:
            if not source.endswith(".swift"):
                continue
            path = root / target["path"] / source
            in_text = False
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                found = None if in_text else IMPORT.match(line)
                in_text ^= line.count('"""') % 2 == 1
                if found and found[1] not in allowed:
                    yield f"{path.relative_to(root)}:{number}: {target['name']} may not import {found[1]}"


if __name__ == "__main__":
    findings.report(stray_imports(json.load(sys.stdin)))
