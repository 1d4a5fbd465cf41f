"""The same consolidation as an office would script it: every workbook read by openpyxl, the marked cells collected, one workbook written."""
import json, os, resource, sys
import openpyxl

folder, result, read_only = sys.argv[1], sys.argv[2], sys.argv[3] == "read-only"
rows = []
for name in sorted(os.listdir(folder)):
    book = openpyxl.load_workbook(os.path.join(folder, name), read_only=read_only)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        columns, number, title, section, texts, figures = {}, "", "", "", {}, []
        for values in sheet.iter_rows(values_only=True):
            first = values[0]
            if isinstance(first, str) and first.startswith("kaikaku-form/1"):
                for at, value in enumerate(values):
                    if isinstance(value, str) and value.startswith("kaikaku-column"):
                        for mark in value.split(" ")[1:]:
                            columns[mark] = at
                continue
            for at, value in enumerate(values):
                if value in ("帳票番号", "取組名", "所管課"):
                    said = next((one for one in values[at + 1 :] if one not in (None, "")), "")
                    if value == "帳票番号":
                        number = said
                    elif value == "取組名":
                        title = said
                    else:
                        section = said
            if isinstance(first, str) and first.startswith("kaikaku-row "):
                field = json.loads(first[12:])["field"]
                if field.startswith("actual:"):
                    figures += [values[columns["actual"]] or "", values[columns["status"]] or ""]
                elif field in ("progress", "issues", "revision"):
                    texts[field] = values[columns["entry"]] or ""
        rows.append([name, number, title, section, texts["progress"], texts["issues"], texts["revision"], *figures])
    book.close()
book = openpyxl.Workbook()
for row in rows:
    book.active.append(row)
book.save(result)
print(json.dumps({"forms": len(rows), "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
