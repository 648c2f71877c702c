import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * `npm test`: format, lint, types, every test with real-browser ones; closes on the runners' own counts added up.
 * `--quick` (`npm run check`) leaves the browser out.
 */
const quick = process.argv.includes('--quick')
const reports = mkdtempSync(join(tmpdir(), 'hai-long-tests-'))
const NEEDED = [
  '/usr/bin/chromium',
  '/usr/bin/pdftoppm',
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
]
const PACKAGES = ['chromium', 'fonts-noto-core', 'fonts-noto-cjk', 'poppler-utils']

const steps = [
  ensurePackages,
  () => run('biome', ['ci', '--reporter=summary', '.']),
  () => run('tsc', ['--noEmit']),
  () => run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]),
]
const vitestReport = join(reports, 'vitest.json')
const browserReport = join(reports, 'browser.json')
if (!quick) {
  steps.push(() => {
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport }
    return run(
      'playwright',
      ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
      env,
    )
  })
}

const ok = steps.map((step) => step()).every(Boolean)
const counts = [vitestCounts(), browserCounts()]
rmSync(reports, { recursive: true, force: true })
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exit(ok && failed === 0 && passed > 0 ? 0 : 1)

function run(program: string, words: string[], env = process.env): boolean {
  const done = spawnSync(program, words, { stdio: 'inherit', env, shell: process.platform === 'win32' })
  if (done.status !== 0) console.error(`${program} failed`)
  return done.status === 0
}

function vitestCounts(): { passed: number; failed: number } {
  if (!existsSync(vitestReport)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(vitestReport, 'utf8'))
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numPendingTests }
}

function browserCounts(): { passed: number; failed: number } {
  if (quick) return { passed: 0, failed: 0 }
  if (!existsSync(browserReport)) return { passed: 0, failed: 1 }
  const { stats } = JSON.parse(readFileSync(browserReport, 'utf8'))
  if (stats.flaky > 0)
    console.error(`${stats.flaky} browser tests passed only at the second go (named above)`)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped }
}

/** Debian's Chromium, fonts with Vietnamese and Chinese, and PDF tools, where they are missing and may be installed. */
function ensurePackages(): boolean {
  if (NEEDED.every((file) => existsSync(file))) return true
  if (process.getuid?.() !== 0) {
    console.error(`Some tests need Debian's packages: apt-get install ${PACKAGES.join(' ')}`)
    return false
  }
  const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return (
    run('apt-get', ['update', '-qq'], quiet) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], quiet)
  )
}
