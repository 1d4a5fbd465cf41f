import { zipSync } from 'fflate'

/** 様式の束 — workbooks in one zip; each is packed already, so it is stored as it is. Two of one name become «… (2)». */
export function bundleOf(files: readonly { name: string; bytes: Uint8Array }[]): Uint8Array {
  const taken = new Set<string>()
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [nameIn(taken, name), [bytes, { level: 0, mtime: '2000-01-01' }]])))
}

function nameIn(taken: Set<string>, name: string): string {
  const [, plain, ending] = /^(.*?)(\.[^.]*)?$/s.exec(name) as unknown as [string, string, string | undefined]
  for (let nth = 1; ; nth += 1) {
    const one = `${plain}${nth === 1 ? '' : ` (${nth})`}${ending ?? ''}`
    if (taken.has(one.toLowerCase())) continue
    taken.add(one.toLowerCase())
    return one
  }
}
