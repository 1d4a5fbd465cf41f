import { staffWords } from '../../../report/wording-staff-pages.ts'
import { paths } from '../../paths.ts'
import { StaffFrame } from '../frame.tsx'
import type { StaffRoute } from '../staff.ts'

export const homeRoutes: readonly StaffRoute[] = [
  {
    method: 'get',
    path: paths.staff.home(':municipality'),
    needs: 'signed-in',
    serve: (staff) =>
      staff.show(
        <StaffFrame staff={staff} title={staffWords.home}>
          <h1>{staffWords.home}</h1>
        </StaffFrame>,
      ),
  },
]
