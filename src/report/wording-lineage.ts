/** 引継ぎの線の種類 — how one goes over into the other, as the structure of the rows shows it; the printed word stands at the line. */
export type LineageHow = 'continues' | 'changed' | 'merges' | 'splits' | 'review'
export const LINEAGE_HOWS: readonly LineageHow[] = ['continues', 'changed', 'merges', 'splits', 'review']

export const lineageHowText: Record<LineageHow, string> = {
  continues: '実線：継続（一つの取組が、一つの取組に引き継がれた）',
  changed: '破線：継続のほかの区分（線の上の文字のとおり）',
  merges: '太い線：いくつかの取組が、一つの取組にまとめられた',
  splits: '一点鎖線：一つの取組が、いくつかの取組に分けられた',
  review: '点線：総括に書かれた「集約した取組」から補った線（整理表では「廃止」）',
}

/** The word that makes merging and splitting readable at the line where the printed word does not say it. */
export function lineLabel(kind: string, how: LineageHow): string {
  if (how === 'review') return '集約（総括から）'
  if (how === 'merges' && !/[統集]/.test(kind)) return `${kind}・統合`
  if (how === 'splits' && !/分/.test(kind)) return `${kind}・分割`
  return kind
}

export const lineageWords = {
  before: '前の計画',
  after: 'この計画',
  unplaced: '柱の記載がない取組',
  here: 'この頁の取組',
  lostTag: (kind: string) => `整理表の区分：${kind}`,
  boxes: '点線の枠は終わった取組、太い枠は新しい取組です。',
  beside: '同じ内容を下の表に示します。',
}

/** What a screen reader is told instead of the picture. */
export function flowText(said: { old: number; fresh: number; kinds: { kind: string; count: number }[] }): string {
  const kinds = said.kinds.map(({ kind, count }) => `${kind}${count}`).join('、')
  return `左に前の取組${said.old}件、右に見直し後の取組${said.fresh}件。線と札の内訳は、${kinds || 'なし'}。${lineageWords.beside}`
}
