export interface OfficePlan {
  dossiers: number
  verified: number
  open: number
  satisfied: number
  onTime: number
}

export const officePlans: Readonly<Record<string, OfficePlan>> = {
  'bpmc-tp': { dossiers: 280, verified: 290, open: 300, satisfied: 0.959, onTime: 0.9945 },
  'noi-vu': { dossiers: 15, verified: 14, open: 12, satisfied: 0.968, onTime: 0.9955 },
  'tu-phap': { dossiers: 45, verified: 45, open: 36, satisfied: 0.966, onTime: 0.996 },
  'tai-chinh-ke-hoach': { dossiers: 60, verified: 66, open: 50, satisfied: 0.97, onTime: 0.9965 },
  'p-hoang-van-thu': { dossiers: 110, verified: 118, open: 120, satisfied: 0.968, onTime: 0.9965 },
  'p-tam-thanh': { dossiers: 100, verified: 102, open: 96, satisfied: 0.962, onTime: 0.996 },
  'p-vinh-trai': { dossiers: 115, verified: 120, open: 124, satisfied: 0.972, onTime: 0.997 },
  'p-dong-kinh': { dossiers: 95, verified: 64, open: 330, satisfied: 1, onTime: 0.9975 },
  'p-chi-lang': { dossiers: 104, verified: 150, open: 130, satisfied: 0.883, onTime: 0.9945 },
  'x-hoang-dong': { dossiers: 40, verified: 40, open: 36, satisfied: 0.97, onTime: 0.996 },
  'x-quang-lac': { dossiers: 25, verified: 2, open: 1, satisfied: 0.96, onTime: 0.997 },
  'x-mai-pha': { dossiers: 54, verified: 54, open: 46, satisfied: 0.974, onTime: 0.9965 },
}

export const kioskPlan = { satisfied: 0.966 }

export const stories = {
  tooFewAnswers: { office: 'x-quang-lac', shareOfRatings: 0.004, atMost: 36 },
  belowTarget: { office: 'p-chi-lang' },
  improbablyPerfect: {
    office: 'p-dong-kinh',
    bursts: 16,
    shareOfOpenRatings: 0.62,
    from: ['18:40', '19:25', '20:10', '21:05', '06:05'],
    ratingsAMinute: 6,
    shortestMinutes: 3,
  },
  fallenOnTime: { office: 'x-mai-pha', onTime: 0.925 },
}

export const moreWards = {
  dossiers: [45, 120],
  satisfied: [0.956, 0.98],
  onTime: [0.993, 0.998],
} as const

export const classShares = { verified: 0.55, kiosk: 0.15 }
export const dossiersARating = { upTo: 50_000, ratio: 4.4, ratioBeyond: 1.5 }
