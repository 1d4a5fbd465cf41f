import { type ChangeTyped, MOST_CHANGES, type ReorganisationTyped } from '../../../report/reorganisation-form.ts'

const LONGEST = 2_000
const text = (data: FormData, name: string, most = LONGEST): string => {
  const value = data.get(name)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').slice(0, most) : ''
}

/** 送られた様式を読む — only the fields that the form has (S-02). */
export function typedIn(data: FormData): ReorganisationTyped {
  const nths = new Set<number>()
  for (const key of data.keys()) {
    const nth = /^changes\.(\d{1,3})\./.exec(key)
    if (nth && nths.size < MOST_CHANGES) nths.add(Number(nth[1]))
  }
  const rows = [...nths]
    .sort((a, b) => a - b)
    .map((nth): ChangeTyped => {
      const of = (name: string): string => text(data, `changes.${nth}.${name}`)
      return {
        ...{
          kind: of('kind'),
          from: of('from'),
          to: of('to'),
          parent: of('parent'),
          what: of('what'),
          reason: of('reason'),
          unread: of('unread'),
        },
        ...{ guessed: of('guessed') !== '', confirmed: of('confirmed') !== '', off: of('off') !== '' },
      }
    })
  return { title: text(data, 'title', 200), effective: text(data, 'effective', 40), rows }
}

export const pastedIn = (data: FormData): string => text(data, 'pasted', 400_000)
export const versionIn = (data: FormData): number => Math.max(0, Math.trunc(Number(text(data, 'version', 12))) || 0)
export const wordIn = (data: FormData, name: string): string => text(data, name, 200)
