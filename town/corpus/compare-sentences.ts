import type { DocumentRecord, ReviewLink } from '../../src/reform/record.ts'

type SaidChange = { kind?: string; from?: string[]; to?: string[] }
type SaidReorganisation = { number?: string; effective?: string; changes: SaidChange[] }
type SaidLink = { title: string; sections?: string[]; aggregates?: string[] }
type SaidItem = { kind: string; number?: string; text: string; new?: SaidLink[]; existing?: SaidLink[] }
export type SaidSentences = { organizationChanges?: SaidReorganisation[]; reviews?: { items: SaidItem[] }[] }

const plain = (text: string | null | undefined): string => (text ?? '').normalize('NFKC').replace(/\s+/g, '')
const same = (said: string[] | undefined, read: readonly string[]): boolean =>
  said === undefined || JSON.stringify(said.map(plain).sort()) === JSON.stringify(read.map(plain).sort())

/** 組織改正と総括 — what is missing of the reorganisations and reviews that are expected, in words. */
export function missingSentences(record: DocumentRecord, said: SaidSentences): string[] {
  return [
    ...(said.organizationChanges ?? []).flatMap((one) => missingChanges(record, one)),
    ...(said.reviews ?? []).flatMap((review) => review.items.flatMap((item) => missingItem(record, item))),
  ]
}

function missingChanges(record: DocumentRecord, said: SaidReorganisation): string[] {
  return said.changes.flatMap((change) => {
    const found = record.organizationChanges.some(
      (read) =>
        (said.effective === undefined || read.effective === said.effective) &&
        read.changes.some(
          (one) => (change.kind === undefined || one.kind === change.kind) && same(change.from, one.from) && same(change.to, one.to),
        ),
    )
    return found ? [] : [`organizationChanges：${JSON.stringify({ effective: said.effective, ...change })} が見つからない`]
  })
}

function missingItem(record: DocumentRecord, said: SaidItem): string[] {
  const item = record.reviews
    .flatMap((review) => review.items)
    .find((one) => one.kind === said.kind && plain(one.text) === plain(said.text))
  if (!item) return [`reviews：${said.kind}「${said.text}」が見つからない`]
  const links = (expected: SaidLink[] | undefined, read: ReviewLink[]) =>
    (expected ?? []).flatMap((link) => {
      const found = read.find((one) => plain(one.title) === plain(link.title))
      const fits = found && same(link.sections, found.sections) && same(link.aggregates, found.aggregates)
      return fits ? [] : [`reviews「${said.text}」：${JSON.stringify(link)} のはずが ${JSON.stringify(found ?? null)}`]
    })
  return [...links(said.new, item.new), ...links(said.existing, item.existing)]
}
