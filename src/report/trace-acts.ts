import type { AuditEntry } from '../reform/audit.ts'
import { countText } from './figures.ts'
import { type HistoryLine, historyLine, type NameOfId } from './history-lines.ts'
import { namedIn } from './history-values.ts'
import { steppedText, whoText } from './initiative-history.ts'
import { tableName } from './wording-history-tables.ts'
import { dateTimeText } from './wording-reporting.ts'

/** 変更の記録の一件 — the rows of one act that stand beside each other on a page of the log. */
export type TraceAct = {
  key: string
  at: Date
  when: string
  who: string
  why: string | null
  numbers: string
  headline: string
  lines: HistoryLine[]
}

export function traceActs(entries: readonly AuditEntry[], person: (login: string) => string | null, nameOf: NameOfId): TraceAct[] {
  const groups: AuditEntry[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)?.at(-1)
    if (last && last.at.getTime() === entry.at.getTime() && last.by === entry.by && last.request === entry.request)
      groups.at(-1)?.push(entry)
    else groups.push([entry])
  }
  return groups.map((own) => {
    const [newest, oldest] = [own[0] as AuditEntry, own.at(-1) as AuditEntry]
    return {
      key: String(newest.number),
      at: newest.at,
      when: dateTimeText(newest.at),
      who: whoText(newest, person),
      why: newest.why,
      numbers: own.length === 1 ? `番号${newest.number}` : `番号${oldest.number}～${newest.number}`,
      headline: headlineOf(own),
      lines: own.map((entry) => historyLine(entry, nameOf)).filter(({ fields }) => fields.length > 0),
    }
  })
}

/** What was done, where the rows tell of a step of a report; how many rows of which kind stand behind it in any case. */
function headlineOf(entries: readonly AuditEntry[]): string {
  const counts = [...Map.groupBy(entries, ({ table }) => table)]
    .map(([table, of]) => `${tableName(table)} ${countText(of.length)}件`)
    .join('、')
  const stepped = steppedText(entries)
  return stepped ? `${stepped}（${counts}）` : counts
}

/** Every id that the rows name: what they are called is looked up at once. */
export const idsIn = (entries: readonly AuditEntry[]): string[] => [
  ...new Set(
    entries
      .flatMap(({ key, before, after }) => [
        ...[key.id, key.initiative, key.part, key.indicator, key.item],
        ...[before, after].flatMap((row) => [row?.initiative, row?.of_initiative, row?.of_part, ...namedIn(row)]),
      ])
      .filter((id): id is string => typeof id === 'string' && id !== ''),
  ),
]
