import type { OfficeKind } from '#db/schema.ts'

/** How much work a procedure is: promised working days (0 is the same day) and how often it is asked for. */
export interface ProcedureWork {
  days: number
  weight: number
  business: number
  online: number
}

const CIVIL = { business: 0, online: 0.34 }
const CERTIFIED = { business: 0.08, online: 0.02 }
const LAND = { business: 0.12, online: 0.3 }
const TRADE = { business: 0.9, online: 0.62 }
const CARE = { business: 0, online: 0.16 }

export const procedureWork: Readonly<Record<string, ProcedureWork>> = {
  '1.001193': { days: 1, weight: 70, ...CIVIL },
  '1.004884': { days: 5, weight: 5, ...CIVIL },
  '1.000894': { days: 1, weight: 30, ...CIVIL },
  '1.004746': { days: 5, weight: 2, ...CIVIL },
  '1.000656': { days: 1, weight: 22, ...CIVIL },
  '1.005461': { days: 5, weight: 2, ...CIVIL },
  '1.004873': { days: 3, weight: 45, ...CIVIL },
  '1.004859': { days: 3, weight: 14, ...CIVIL },
  '2.000635': { days: 1, weight: 60, ...CIVIL },
  '1.001022': { days: 3, weight: 3, ...CIVIL },
  '1.004837': { days: 3, weight: 2, ...CIVIL },
  '1.000110': { days: 3, weight: 2, ...CIVIL },
  '1.000094': { days: 8, weight: 3, ...CIVIL },
  '2.000815': { days: 0, weight: 160, ...CERTIFIED },
  '2.000884': { days: 0, weight: 50, ...CERTIFIED },
  '2.001019': { days: 2, weight: 2, ...CERTIFIED },
  '2.001263': { days: 20, weight: 1, ...CARE },
  '1.012783': { days: 12, weight: 45, ...LAND },
  '1.012784': { days: 15, weight: 30, ...LAND },
  '1.013831': { days: 8, weight: 75, ...LAND },
  '1.009122': { days: 12, weight: 40, ...LAND },
  '1.013227': { days: 5, weight: 8, ...LAND },
  '1.001612': { days: 3, weight: 60, ...TRADE },
  '2.000720': { days: 3, weight: 35, ...TRADE },
  '1.001699': { days: 15, weight: 5, ...CARE },
  '1.011607': { days: 12, weight: 7, ...CARE },
  '1.001731': { days: 3, weight: 9, ...CARE },
}

const WARD_FIELDS = ['Hộ tịch', 'Chứng thực', 'Nuôi con nuôi', 'Bảo trợ xã hội']

const FIELDS_BY_OFFICE: Readonly<Record<string, readonly string[]>> = {
  'bpmc-tp': ['Đất đai', 'Xây dựng', 'Hộ kinh doanh', 'Chứng thực'],
  'noi-vu': ['Bảo trợ xã hội'],
  'tu-phap': ['Hộ tịch', 'Chứng thực'],
  'tai-chinh-ke-hoach': ['Hộ kinh doanh'],
}

/** The fields whose dossiers an office handles; one without any takes no dossiers. */
export function fieldsOf(office: { id: string; kind: OfficeKind }): readonly string[] {
  if (office.kind === 'ward' || office.kind === 'commune') return WARD_FIELDS
  return FIELDS_BY_OFFICE[office.id] ?? []
}
