import type { Initiative, SectionRef } from '../../../reform/record.ts'
import type { Draft } from '../../draft.ts'
import { readLabel } from '../../labels.ts'
import type { Paragraph } from '../../paragraphs.ts'
import { looksLikeSections, readSections } from '../../sections.ts'

/** «【内容】　…», «担当課：総務課», «■目標 …» */
const LABELLED = /^[\s　]*(?:[【［〔<＜](.{1,16}?)[】］〕>＞][\s　:：]*|[・■◆○●◇▼]?[\s　]*([^。、:：\s　]{1,16})[\s　]*[:：][\s　]*)(.+)$/s

/** 項目の中の見出し語 — what the title and the labelled lines of an item say beside its prose. */
export const readItem = {
  /** «市民会議の開催（企画課）» → title and sections */
  title(printed: string): { title: string; sections: SectionRef[] } {
    const found = /^(.{2,}?)[\s　]*[（(【［<＜]([^（()）]+(?:[（(][^（()）]*[）)])?)[）)】］>＞]$/.exec(printed)
    const inside = found?.[2]?.replace(/^(?:担当|所管|主管|担当課|所管課)[:：]\s*/, '') ?? ''
    return found && looksLikeSections(inside)
      ? { title: found[1] as string, sections: readSections(inside) }
      : { title: printed, sections: [] }
  },

  /** Takes a labelled line where its label is a field of an initiative. */
  labelled(draft: Draft, initiative: Initiative, paragraph: Paragraph): boolean {
    const found = LABELLED.exec(paragraph.text)
    const label = found ? readLabel((found[1] ?? found[2]) as string) : null
    if (!found || !label) return false
    const text = (found[3] as string).trim()
    const from = paragraph.cells
    switch (label.role) {
      case 'section':
        if (!looksLikeSections(text)) return false
        draft.put(initiative, 'sections', readSections(text), from)
        return true
      case 'description':
      case 'activity':
        draft.put(initiative, 'description', initiative.description ? `${initiative.description}\n${text}` : text, from)
        return true
      case 'goal':
        if (initiative.goal !== null) return false
        draft.put(initiative, 'goal', text, from)
        return true
      case 'progress':
      case 'issues':
      case 'revision':
        report(draft, initiative, label.role, label.year, text, from)
        return true
      default:
        return false
    }
  },
}

function report(
  draft: Draft,
  initiative: Initiative,
  role: 'progress' | 'issues' | 'revision',
  year: number | null,
  text: string,
  from: Paragraph['cells'],
): void {
  const fiscalYear = year ?? draft.record.fiscalYear
  const known = initiative.reports.find((r) => r.fiscalYear === fiscalYear && r[role] === null)
  const target = known ?? { parts: [], section: null, fiscalYear, progress: null, issues: null, revision: null, figures: [] }
  if (!known) initiative.reports.push(target)
  draft.put(target, role, text, from)
}
