import { anId } from '../../town/story/builders.ts'

/* The ids of あおば市's full record: plans, pillars, initiatives. */
export const CHARTER = anId('plan-1')
export const PLAN = anId('plan-2')
export const SERVICE = anId('node-1')
export const MONEY = anId('node-2')
export const COUNTER = anId('node-3')
export const FUNDS = anId('node-4')
