"""Checks what the program prints, on every pair of examples in one folder, with tools that are not ours.

The JSON of `diff`, `show` and `forecast` is held against its schema, and the patch of `diff`, applied by an independent RFC 6902
tool, has to turn the old document into the new one. Argument: the path of the `vsmrepo` program.
"""

import itertools
import json
import pathlib
import subprocess
import sys

import jsonpatch
import jsonschema
import findings

ROOT = pathlib.Path(__file__).parents[2]


def validator(name):
    return jsonschema.Draft202012Validator(json.loads((ROOT / "schema" / name).read_text(encoding="utf-8")))


def printed(program, *arguments):
    result = subprocess.run(
        [program, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    if result.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, arguments))} ended with {result.returncode}: {result.stderr}")
    return json.loads(result.stdout)


def faults(program):
    examples = sorted((ROOT / "examples").rglob("*.json"))
    documents = {path: json.loads(path.read_text(encoding="utf-8")) for path in examples}
    metrics, difference = validator("metrics.schema.json"), validator("diff.schema.json")
    forecast = validator("forecast.schema.json")
    for path in examples:
        for error in metrics.iter_errors(printed(program, "show", path, "--format", "json")):
            yield f"show {path.relative_to(ROOT)}: {error.json_path}: {error.message}"
        command = ["forecast", path, "--compare", path, "--items", 200, "--within", "10d", "--format", "json"]
        for error in forecast.iter_errors(printed(program, *command)):
            yield f"forecast {path.relative_to(ROOT)}: {error.json_path}: {error.message}"
    for old, new in itertools.product(examples, repeat=2):
        if old.parent != new.parent:
            continue
        pair = f"diff {old.relative_to(ROOT)} {new.relative_to(ROOT)}"
        for error in difference.iter_errors(printed(program, "diff", old, new, "--format", "json")):
            yield f"{pair}: {error.json_path}: {error.message}"
        patch = printed(program, "diff", old, new, "--format", "patch")
        if jsonpatch.apply_patch(documents[old], patch) != documents[new]:
            yield f"{pair}: the patch does not give the new document"


if __name__ == "__main__":
    findings.report(faults(sys.argv[1]))
