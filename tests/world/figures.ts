import { liveFiguresFor } from '#app/reports/figures-source.ts'

/** Leave to read live counts, as an auditor has it. */
export const LIVE = liveFiguresFor({ role: 'auditor', officeId: null })
