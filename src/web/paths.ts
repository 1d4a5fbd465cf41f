import { sitePaths } from '../publish/site/paths.ts'

/** 所在地の表 — the portal's addresses and, beside them, those that only the server has. */
export const paths = {
  ...sitePaths,
  health: () => '/health/',
  staff: {
    imports: () => '/staff/imports/',
    import: (id: string) => `/staff/imports/${id}/`,
    target: (id: string) => `/staff/imports/${id}/target/`,
    acceptance: (id: string) => `/staff/imports/${id}/acceptance/`,
    discard: (id: string) => `/staff/imports/${id}/discard/`,
    done: (id: string) => `/staff/imports/${id}/done/`,
    publication: () => '/staff/publications/',
  },
}
