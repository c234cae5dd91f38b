"""Checks the schemas with an independent validator.

Without an argument: the schemas are well formed, every example is valid, and every document of the corpus gets the
verdict that stands beside it. With the path of the `vsmrepo` program: `check` finds the problems that stand there, and
finds one that a schema can express exactly where the schema refuses the document.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema
import findings

ROOT = pathlib.Path(__file__).parents[2]
CORPUS = ROOT / "Tests/ValueStreamsTests/Corpus/documents.jsonl"
# The problems that the schema of the map expresses.
EXPRESSIBLE = {"type", "range", "unknown-key", "missing-key", "duplicate-in-set"}


def schema(name):
    path = ROOT / "schema" / name
    content = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(content)
    return jsonschema.Draft202012Validator(content)


def entries():
    for line in CORPUS.read_text(encoding="utf-8").strip("\n").split("\n"):
        entry = json.loads(line)
        text = entry["text"] if "text" in entry else json.dumps(entry["document"])
        yield entry, text


def verdict(validator, entry, text):
    if entry["schema"] == "unreadable":
        return "unreadable"  # Python reads more than I-JSON; the program has to refuse it
    return "valid" if validator.is_valid(json.loads(text)) else "invalid"


def check(program, folder, documents):
    """The codes that `check` finds in each document: the errors, or where there are none the warnings and notes."""
    paths = []
    for number, (entry, text) in enumerate(documents):
        path = pathlib.Path(folder) / str(number) / f"{entry.get('state', 'current')}.json"
        path.parent.mkdir()
        path.write_bytes(text.encode("utf-8"))
        paths.append(path)
    command = [program, "check", "--format", "json", *paths]
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False)
    if result.returncode != 1:
        raise RuntimeError(f"check ended with {result.returncode}: {result.stderr}")
    for file in json.loads(result.stdout)["files"]:
        errors = {problem["code"] for problem in file["problems"] if problem["severity"] == "error"}
        # Remarks on a document that cannot be a map are a courtesy.
        yield errors or {problem["code"] for problem in file["problems"]}


def faults(validator, program):
    for path in sorted((ROOT / "examples").rglob("*.json")):
        for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
            yield f"{path.relative_to(ROOT)}: {error.json_path}: {error.message}"
    for entry, text in entries():
        found = verdict(validator, entry, text)
        if found != entry["schema"]:
            yield f"{entry['name']}: the schema says {found}, expected {entry['schema']}"
        expressible = bool(EXPRESSIBLE & set(entry["codes"]))
        if found != "unreadable" and not entry.get("beyondSchema") and expressible != (found == "invalid"):
            yield f"{entry['name']}: the schema says {found}, the codes are {entry['codes']}"
    if program:
        # What depends on the version before cannot be asked of a single file.
        documents = [(entry, text) for entry, text in entries() if "previous" not in entry]
        with tempfile.TemporaryDirectory() as folder:
            for (entry, _), codes in zip(documents, check(program, folder, documents), strict=True):
                if codes != set(entry["codes"]):
                    yield f"{entry['name']}: check finds {sorted(codes)}, expected {entry['codes']}"


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else None
    for path in sorted((ROOT / "schema").glob("*.schema.json")):
        schema(path.name)
    found = list(faults(schema("map.schema.json"), program))
    print(f"{sum(1 for _ in entries())} documents, {len(found)} disagreements")
    findings.report(found)


if __name__ == "__main__":
    main()
