/** What the build has made, by the addresses it is served at. */
export interface ShellFiles {
  version: string
  script: string
  style: string
  /** Recordings of the question in languages that no browser speaks: `tay`, `nung`. */
  recordings: Record<string, string>
}

export const SHELL_PATH = '/kiosk'
export const WORKER_PATH = '/kiosk/worker.js'
export const MANIFEST_PATH = '/kiosk/manifest.webmanifest'
export const ICONS = [
  { path: '/kiosk/icon-192.png', sizes: '192x192', purpose: 'any' },
  { path: '/kiosk/icon-512.png', sizes: '512x512', purpose: 'any' },
  { path: '/kiosk/icon-maskable-512.png', sizes: '512x512', purpose: 'maskable' },
] as const

/**
 * The one page of the tablet: no inline script, no inline style, nothing of any counter. It is kept by the tablet
 * for years, so it must fit whatever the server says later.
 */
export function shellPage({ version, script, style, recordings }: ShellFiles): string {
  const recorded = Object.entries(recordings).map(
    ([name, path]) => `<meta name="kiosk-recording-${name}" content="${path}">`,
  )
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="theme-color" content="#f6f7f5">',
    `<meta name="kiosk-version" content="${version}">`,
    ...recorded,
    '<title>Hài Lòng</title>',
    `<link rel="manifest" href="${MANIFEST_PATH}">`,
    `<link rel="icon" href="${ICONS[0].path}">`,
    `<link rel="stylesheet" href="${style}">`,
    `<script type="module" src="${script}"></script>`,
  ]
  const noScript = '<noscript><p>Máy cần bật JavaScript để nhận đánh giá.</p></noscript>'
  return `<!doctype html><html lang="vi"><head>${head.join('')}</head><body>${noScript}</body></html>\n`
}

/** How the app is installed: full screen, whichever way the tablet is held. */
export const manifest = () =>
  JSON.stringify({
    id: SHELL_PATH,
    name: 'Hài Lòng: đánh giá tại quầy',
    short_name: 'Hài Lòng',
    lang: 'vi',
    start_url: SHELL_PATH,
    scope: SHELL_PATH,
    display: 'fullscreen',
    display_override: ['fullscreen', 'standalone'],
    orientation: 'any',
    background_color: '#f6f7f5',
    theme_color: '#f6f7f5',
    icons: ICONS.map(({ path, sizes, purpose }) => ({ src: path, sizes, type: 'image/png', purpose })),
  })

/** Nothing from anywhere else, nothing inline, nowhere to send a form. */
export const SHELL_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
