import { type EditForm, type EditRows, LONGEST_LINE, type Typed } from '../../../report/edit-form.ts'

const MOST_ROWS = 200

/** 送られた様式を読む — only the fields that the form asks for (S-02); rows in the order in which they stood. */
export function typedIn(form: EditForm, data: FormData): Typed {
  const rowsAt = (rows: EditRows, path: string): Typed[] => {
    const nths = new Set<number>()
    for (const key of data.keys()) {
      const nth = key.startsWith(`${path}.`) ? /^\d{1,4}(?=\.)/.exec(key.slice(path.length + 1)) : null
      if (nth && nths.size < MOST_ROWS) nths.add(Number(nth[0]))
    }
    return [...nths].sort((a, b) => a - b).map((nth) => rowAt(rows, `${path}.${nth}`))
  }
  const rowAt = ({ fields, below }: EditRows, path: string): Typed => {
    const names = [...fields.map(({ name }) => name), 'was', 'place', 'off']
    const row: Typed = Object.fromEntries(names.map((name) => [name, textOf(data, `${path}.${name}`)]))
    return below ? { ...row, [below.name]: rowsAt(below, `${path}.${below.name}`) } : row
  }
  const fields = form.fields.map(({ name }): [string, string] => [name, textOf(data, name)])
  return Object.fromEntries<string | Typed[]>([
    ...fields,
    ...form.rows.map((rows): [string, Typed[]] => [rows.name, rowsAt(rows, rows.name)]),
  ])
}

/** A form sends line breaks as CRLF whatever was in it. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').slice(0, LONGEST_LINE) : ''
}
