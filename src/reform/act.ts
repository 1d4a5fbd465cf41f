import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'

/** 行為 — who did it, when, for which municipality and why; never read from a clock or a session further down. */
export type Act = { municipality: MunicipalityCode; by: string; at: Date; why?: string }
