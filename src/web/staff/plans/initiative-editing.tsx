import { effectsOfInitiative } from '../../../reform/edit-effects.ts'
import type { BasicsSaid } from '../../../reform/edit-initiative.ts'
import type { PlanEdit } from '../../../reform/plan-edit.ts'
import type { Indicator, Initiative, ReformRecord } from '../../../reform/record.ts'
import type { RecordId } from '../../../reform/record-id.ts'
import type { EditForm, Typed } from '../../../report/edit-form.ts'
import {
  costsForm,
  drawnCosts,
  drawnEffects,
  drawnIndicator,
  drawnPart,
  effectsForm,
  indicatorForm,
  partForm,
} from '../../../report/initiative-forms.ts'
import {
  basicsForm,
  drawnBasics,
  drawnMarks,
  drawnPublished,
  drawnSections,
  marksForm,
  publishedForm,
  sectionRows,
} from '../../../report/plan-forms.ts'

/** 取組の頁の区切り — each has its own form; 部分 and 指標 have one for each of them. */
export const SECTIONS = ['basics', 'sections', 'marks', 'published', 'part', 'indicator', 'effects', 'costs'] as const
export type Section = (typeof SECTIONS)[number]
export const isSection = (text: string): text is Section => (SECTIONS as readonly string[]).includes(text)

type Said = { form: (record: ReformRecord) => EditForm; drawn: (record: ReformRecord) => Typed; edit: (typed: Typed) => PlanEdit }

const periodOf = ({ plans }: ReformRecord, { plan }: Pick<Initiative, 'plan'>) => {
  const own = plans.find(({ id }) => id === plan)
  return own?.period ?? plans.find(({ id }) => id === own?.parent)?.period ?? null
}

export const indicatorsOfInitiative = (record: ReformRecord, it: Initiative): Indicator[] =>
  record.indicators.filter(
    ({ of }) =>
      of !== null && (('initiative' in of && of.initiative === it.id) || ('part' in of && it.parts.some(({ id }) => id === of.part))),
  )

/** 区切りごとの様式 — `thing` is the part or indicator that is meant. */
export function formOf(section: Section, id: RecordId, thing: RecordId): Said {
  // a form is drawn only of an initiative that was found
  const it = ({ initiatives }: ReformRecord): Initiative => initiatives.find((one) => one.id === id) as Initiative
  const said = (typed: Typed) => typed as never
  switch (section) {
    case 'basics':
      return {
        form: basicsForm,
        drawn: (record) => drawnBasics(it(record)),
        edit: (typed) => ({ edit: section, id, said: typed as unknown as BasicsSaid }),
      }
    case 'sections':
      return {
        form: () => ({ fields: [], rows: [sectionRows()] }),
        drawn: (record) => ({ sections: drawnSections(it(record).sections) }),
        edit: (typed) => ({ edit: section, id, said: said(typed) }),
      }
    case 'marks':
      return {
        form: () => marksForm,
        drawn: (record) => drawnMarks(it(record)),
        edit: (typed) => ({ edit: section, id, said: said(typed) }),
      }
    case 'published':
      return {
        form: () => publishedForm,
        drawn: (record) => drawnPublished(it(record)),
        edit: (typed) => ({ edit: section, id, said: said(typed) }),
      }
    case 'effects':
      return {
        form: () => effectsForm,
        drawn: (record) => drawnEffects(effectsOfInitiative(record, id)),
        edit: (typed) => ({ edit: section, id, said: said(typed) }),
      }
    case 'costs':
      return {
        form: () => costsForm,
        drawn: (record) => drawnCosts(it(record).costs),
        edit: (typed) => ({ edit: section, id, said: said(typed) }),
      }
    case 'part': {
      const part = (record: ReformRecord) => it(record).parts.find((one) => one.id === thing) ?? null
      return {
        form: (record) => partForm(periodOf(record, it(record)), part(record)),
        drawn: (record) => {
          const own = part(record)
          return own ? drawnPart(own) : {}
        },
        edit: (typed) => ({ edit: section, id, part: thing, said: said(typed) }),
      }
    }
    case 'indicator': {
      const indicator = (record: ReformRecord) => record.indicators.find((one) => one.id === thing) ?? null
      return {
        form: (record) => indicatorForm(it(record), indicator(record), periodOf(record, it(record))),
        drawn: (record) => {
          const own = indicator(record)
          return own ? drawnIndicator(own) : {}
        },
        edit: (typed) => ({ edit: section, id, indicator: thing, said: said(typed) }),
      }
    }
  }
}
