import { carryOver } from './carry-over.ts'
import { chapters } from './chapters.ts'
import { effectTable } from './effect-table.ts'
import { figuresByYear } from './figures-by-year.ts'
import { headedBlocks } from './headed-blocks.ts'
import { kptSlides } from './kpt-slides.ts'
import { labelValue } from './label-value.ts'
import type { Layout } from './layout.ts'
import { listedTitles } from './listed-titles.ts'
import { onePerLine } from './one-per-line.ts'
import { organizationChanges } from './organization-changes.ts'
import { outline } from './outline.ts'
import { planForm } from './plan-form.ts'
import { progressList } from './progress-list.ts'
import { slides } from './slides.ts'

/** 書式の一覧 — the order is the order of asking: the more particular first, prose last. */
export const layouts: readonly Layout[] = [
  kptSlides,
  carryOver,
  effectTable,
  headedBlocks,
  planForm,
  progressList,
  figuresByYear,
  labelValue,
  onePerLine,
  organizationChanges,
  slides,
  outline,
  listedTitles,
  chapters,
]
