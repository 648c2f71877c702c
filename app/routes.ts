import { type RouteConfig, route } from '@remix-run/route-config'
import { patterns } from './paths.ts'

export default [
  // citizen: a phone, nobody signed in
  route(patterns.home, 'routes/citizen/home.tsx'),
  route(patterns.rate, 'routes/citizen/rate.tsx'),
  route(patterns.receipt, 'routes/citizen/receipt.tsx'),
  // session
  route(patterns.signIn, 'routes/session/sign-in.tsx'),
  route(patterns.signOut, 'routes/session/sign-out.ts'),
  // staff
  route(patterns.overview, 'routes/staff/overview.tsx'),
  route(patterns.overviewCsv, 'routes/staff/overview-csv.ts'),
  route(patterns.qr, 'routes/staff/qr.ts'),
  route(patterns.audit, 'routes/staff/audit.tsx'),
  route(patterns.auditCsv, 'routes/staff/audit-csv.ts'),
  // health
  route(patterns.healthz, 'routes/health/healthz.ts'),
  route(patterns.readyz, 'routes/health/readyz.ts'),
  route('*', 'routes/citizen/not-found.tsx'),
] satisfies RouteConfig
