#!/usr/bin/env python3
"""Counts what a record, a document and a module cost, for docs/size.md: all lines of the Java files, and those of code
and comments alone (without imports, package clause and blank lines). Texts are apart. Run at the top: docs/size.py"""
import glob
import re
import sys

ROOT = "modules"


def count(paths):
    """Files, all lines, and lines of code and comments."""
    whole, code = 0, 0
    for path in set(paths):
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
        whole += len(lines)
        code += sum(1 for line in lines if line.strip() and not re.match(r"(import|package) ", line))
    return len(set(paths)), whole, code


def java(pattern):
    return glob.glob(f"{ROOT}/{pattern}", recursive=True)


def containing(text, pattern="*/impl/src/main/java/**/*.java"):
    return [path for path in java(pattern) if text in open(path, encoding="utf-8").read()]


def row(what, paths):
    files, whole, code = count(paths)
    print(f"| {what} | {files} | {whole} | {code} |")


print("| thing | files | lines | of code |\n|---|---|---|---|")
for path in java("*/api/src/main/java/**/*.java"):
    if "@Described(" in open(path, encoding="utf-8").read():
        row("record " + path.rsplit("/", 1)[1][:-5], [path])

registers = [p for p in containing("Register") if re.search(r"(implements|extends) \w*Register\b", open(p, encoding="utf-8").read())]
for module in sorted({path.split("/")[1] for path in registers}):
    row(f"registers of {module}", [path for path in registers if path.split("/")[1] == module])
row("all registers", registers)

for module in ("masterdata", "crm", "warehouse", "accounting"):
    sources = f"{module}/impl/src/main/java/**"
    plumbing = containing("ModuleContext", f"{sources}/*.java") + java(f"{sources}/*Permissions.java")
    row(f"plumbing of {module}: context, permissions", plumbing)
    commands = java(f"{sources}/console/*.java")
    if commands:
        row(f"what {module} does at the console that is no list", commands)

for module in ("masterdata", "crm", "warehouse", "accounting"):
    row(f"{module}, whole", java(f"{module}/*/src/main/java/**/*.java"))

row("what a module's verbs go through", java("crm/impl/src/main/java/**/SalesVerbs.java") + java("*/impl/src/main/java/**/WarehouseVerbs.java"))

for document, pattern in {
    "return (warehouse)": r"Return",
    "credit note (CRM)": r"Credit",
    "invoice (CRM)": r"Invoice",
}.items():
    named = [p for p in java("*/*/src/main/java/**/*.java") if re.search(pattern, p.rsplit("/", 1)[1])]
    row(f"document, all that bears its name: {document}", named)

# The document of docs/documents.md. Its rules are what it decides, from the comment that says so to the end.
RENTALS = "core/modules/src/test/java/org/stepwise/modules/internal/rental/"
parts = glob.glob(RENTALS + "*.java")
plumbing = [RENTALS + f"Rental{what}.java" for what in ("Module", "Permissions", "Verbs")]
row("document by description: rentals, whole module", parts)
row("plumbing of it: context, permissions, verbs", plumbing)
row("the document", [path for path in parts if path not in plumbing])
with open(RENTALS + "Rental.java", encoding="utf-8") as file:
    rules = file.read().split("// What is decided on it")[1].splitlines()[1:-1]
print(f"| business rules in it | | {len(rules)} | {sum(1 for line in rules if line.strip())} |")
row("goods returns of crm: api record and register", java("crm/api/src/main/java/**/GoodsReturn.java")
    + java("crm/impl/src/main/java/**/ReturnRegister.java"))

if len(sys.argv) > 1:
    row(sys.argv[1], glob.glob(sys.argv[1], recursive=True))
