import { generatePath } from '@remix-run/react'

/** Every address pattern, once; `routes.ts` and every link use them. */
export const patterns = {
  home: '/',
  rate: '/r/:code',
  receipt: '/b/:receipt',
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  overview: '/van-phong',
  overviewCsv: '/van-phong.csv',
  qr: '/van-phong/qr/:file',
  healthz: '/healthz',
  readyz: '/readyz',
} as const

export const ratePath = (code: string) => generatePath(patterns.rate, { code })
export const receiptPath = (receipt: string) => generatePath(patterns.receipt, { receipt })
export const qrPath = (code: string) => generatePath(patterns.qr, { file: `${code}.svg` })
/** The sign-in page, and where it leads on to. */
export const signInPath = (next: string) => `${patterns.signIn}?${new URLSearchParams({ next })}`
