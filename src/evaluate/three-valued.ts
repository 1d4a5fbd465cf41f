/** 分からないことがあるときの「すべて」「いずれか」 — null is «cannot tell», and stays so unless the others decide. */
export type Tri = boolean | null

export function everyOf(all: readonly Tri[]): Tri {
  if (all.includes(false)) return false
  return all.includes(null) ? null : true
}

export function someOf(all: readonly Tri[]): Tri {
  if (all.includes(true)) return true
  return all.includes(null) ? null : false
}
