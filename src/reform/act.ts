import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'

/**
 * 行為 — who did it (the login, which is never given to another person), in which role, when, for which municipality, why,
 * and in which request; never read from a clock or a session further down.
 */
export type Act = { municipality: MunicipalityCode; by: string; at: Date; why?: string; role?: string; request?: string }
