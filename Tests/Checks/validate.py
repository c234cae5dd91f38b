"""Holds JSON documents against a schema: `validate.py SCHEMA FILE…`. Prints what is wrong; 1 if anything is."""

import json
import pathlib
import sys

import jsonschema


def main():
    schema, *files = (pathlib.Path(name) for name in sys.argv[1:])
    validator = jsonschema.Draft202012Validator(
        json.loads(schema.read_text(encoding="utf-8")), format_checker=jsonschema.FormatChecker()
    )
    failed = False
    for file in files:
        for error in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
            print(f"{file.name}: {error.json_path}: {error.message}")
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
