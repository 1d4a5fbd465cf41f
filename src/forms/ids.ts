import type { HiddenIds, IssuedForm } from './form.ts'

export const idsOf = ({ municipality, round, item, number }: IssuedForm): HiddenIds => ({
  municipality: municipality.code,
  round: round.id,
  item: item.id,
  number,
  version: item.version,
})
