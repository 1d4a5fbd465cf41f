import type { Source } from '../../reform/edition.ts'

type Said = Omit<Source, 'pointer'>

/** 出典の持ち運び — sources hang on (object, key) while records are merged, and become JSON pointers again at the end. */
export class Sourced {
  private readonly of = new Map<object, Map<string, Said[]>>()

  /** Hangs sources, given by pointers into `root`, on the objects they point into; a pointer that leads nowhere is dropped. */
  hang(root: object, sources: readonly Source[]): void {
    for (const { pointer, ...said } of sources) {
      const path = pointer.split('/').slice(1).map(unescapePointer)
      const key = path.pop()
      const owner = path.reduce<unknown>((node, step) => (node as Record<string, unknown> | null | undefined)?.[step], root)
      if (key !== undefined && owner !== null && typeof owner === 'object') this.add(owner, key, said)
    }
  }

  add(owner: object, key: string, said: Said): void {
    const keys = this.of.get(owner) ?? new Map<string, Said[]>()
    this.of.set(owner, keys)
    const known = keys.get(key) ?? []
    if (!known.some((k) => k.document === said.document && k.place === said.place)) known.push(said)
    keys.set(key, known)
  }

  /** What was said of `from[key]` is also said of `to[key]`; `instead` drops what was said before. */
  carry(from: object, to: object, key: string, instead = false): void {
    if (instead) this.of.get(to)?.delete(key)
    for (const said of this.of.get(from)?.get(key) ?? []) this.add(to, key, said)
  }

  placesOf(owner: object, key?: string): string[] {
    const keys = this.of.get(owner)
    const said = key === undefined ? [...(keys?.values() ?? [])].flat() : (keys?.get(key) ?? [])
    return [...new Set(said.map((s) => s.place))]
  }

  pointers(root: object): Source[] {
    const found: Source[] = []
    const walk = (node: object, path: string): void => {
      for (const [key, all] of this.of.get(node) ?? [])
        for (const said of all) found.push({ pointer: `${path}/${escapePointer(key)}`, ...said })
      for (const [key, value] of Object.entries(node))
        if (value !== null && typeof value === 'object') walk(value, `${path}/${escapePointer(key)}`)
    }
    walk(root, '')
    return found
  }
}

const escapePointer = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1')
const unescapePointer = (key: string): string => key.replace(/~1/g, '/').replace(/~0/g, '~')
