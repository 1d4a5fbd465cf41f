import type { ReviewItem } from '../reform/record.ts'

export const reviewKindName: Record<ReviewItem['kind'], string> = {
  keep: '続けること（Keep）',
  problem: '課題（Problem）',
  try: '次に取り組むこと（Try）',
}
