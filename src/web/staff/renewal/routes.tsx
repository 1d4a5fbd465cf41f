import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { showComparison } from './comparison-page.tsx'
import { reviewItemPage, reviewPage, takeReviewOrder, takeReviewRemoval } from './review-editing.tsx'
import { showReviews } from './reviews-page.tsx'
import { roadmapPillarPage, showRoadmap } from './roadmap-page.tsx'

const [m, f, review, item] = [':municipality', ':family', ':review', ':item']
const { staff } = paths

/** 総括・工程・版の比較の画面 — «new» stands before the address with a place, which would take it for one. */
export const renewalRoutes: readonly StaffRoute[] = [
  { method: 'get', path: staff.planReviews(m, f), needs: 'plan.read', serve: showReviews },
  { method: 'get', path: staff.newReview(m, f), needs: 'plan.edit', serve: (one) => reviewPage(one, false) },
  { method: 'post', path: staff.newReview(m, f), needs: 'plan.edit', serve: (one) => reviewPage(one, true) },
  { method: 'get', path: staff.planReview(m, f, review), needs: 'plan.edit', serve: (one) => reviewPage(one, false) },
  { method: 'post', path: staff.planReview(m, f, review), needs: 'plan.edit', serve: (one) => reviewPage(one, true) },
  { method: 'post', path: staff.reviewOrder(m, f, review), needs: 'plan.edit', serve: takeReviewOrder },
  { method: 'post', path: staff.reviewRemoval(m, f, review), needs: 'plan.edit', serve: takeReviewRemoval },
  { method: 'get', path: staff.newReviewItem(m, f, review), needs: 'plan.edit', serve: (one) => reviewItemPage(one, false) },
  { method: 'post', path: staff.newReviewItem(m, f, review), needs: 'plan.edit', serve: (one) => reviewItemPage(one, true) },
  { method: 'get', path: staff.reviewItem(m, f, review, item), needs: 'plan.edit', serve: (one) => reviewItemPage(one, false) },
  { method: 'get', path: staff.editionComparison(m, f), needs: 'plan.read', serve: showComparison },
  { method: 'get', path: staff.planRoadmap(m, f), needs: 'plan.read', serve: showRoadmap },
  { method: 'get', path: staff.roadmapPillar(m, f, ':pillar'), needs: 'plan.edit', serve: (one) => roadmapPillarPage(one, false) },
  { method: 'post', path: staff.roadmapPillar(m, f, ':pillar'), needs: 'plan.edit', serve: (one) => roadmapPillarPage(one, true) },
  { method: 'post', path: staff.reviewItem(m, f, review, item), needs: 'plan.edit', serve: (one) => reviewItemPage(one, true) },
]
