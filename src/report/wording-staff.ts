import { countText } from './figures.ts'

/** 取り込んだ結果の文 */
export function acceptedText(
  name: string,
  target: { municipality: { name: string }; planTitle: string },
  changes: readonly { kind: 'added' | 'changed' }[],
): string {
  const added = changes.filter((c) => c.kind === 'added').length
  const where = `${target.municipality.name}「${target.planTitle}」`
  if (changes.length === 0) return `${name}：${where}に変わるところはありませんでした。`
  return `${name}：${where}に${countText(added)}件を加え、${countText(changes.length - added)}件を変更しました。`
}

type Publication = { kind: 'published'; number: number } | { kind: 'nothing-new'; number: number } | { kind: 'no-such-plan' }

/** 公表の結果の文 */
export function publicationText(result: Publication, title: string): string {
  switch (result.kind) {
    case 'published':
      return `「${title}」の第${result.number}版を公表しました。`
    case 'nothing-new':
      return `「${title}」は第${result.number}版から変わっていないため、新しい版は作りませんでした。`
    case 'no-such-plan':
      return `「${title}」という計画は取り込まれていません。`
  }
}
