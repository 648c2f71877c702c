import { expect, test } from 'vitest'
import { ICONS, manifest, SHELL_POLICY, shellPage } from '#app/kiosk/shell.ts'

const page = shellPage({
  version: 'abc123',
  script: '/kiosk/app-1.js',
  style: '/kiosk/app-1.css',
  recordings: { tay: '/kiosk/tay-1.mp3' },
})

test('the shell holds nothing inline and nothing of any counter', () => {
  expect(page).not.toMatch(/<style|style=|<script(?![^>]*src=)| on\w+=/)
  expect(page).toContain('<script type="module" src="/kiosk/app-1.js"></script>')
  expect(page).toContain('<meta name="kiosk-version" content="abc123">')
  expect(page).toContain('<meta name="kiosk-recording-tay" content="/kiosk/tay-1.mp3">')
})

test('its policy allows its own files and nothing else', () => {
  expect(SHELL_POLICY).not.toMatch(/unsafe|\*|data:|https?:/)
  expect(SHELL_POLICY).toContain("default-src 'none'")
})

test('it is installed full screen, with an icon for every shape', () => {
  const read = JSON.parse(manifest())
  expect(read).toMatchObject({ start_url: '/kiosk', scope: '/kiosk', display: 'fullscreen', lang: 'vi' })
  expect(read.icons.map(({ purpose }: { purpose: string }) => purpose)).toEqual(
    ICONS.map(({ purpose }) => purpose),
  )
})
