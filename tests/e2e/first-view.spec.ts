import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import type { Page } from '@playwright/test'
import { STANDING_CODES } from '#tests/world/small-city.ts'
import { expect, test } from './city.ts'

/** As little as a page can be: one button, no style; the icon keeps a browser from asking for one. */
const BARE_PAGE =
  '<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width"><title>x</title>' +
  '<link rel="icon" href="data:,"><form><button>Hài lòng</button></form></html>'
const LIMIT_BYTES = 8_000
const LIMIT_RATIO = 1.3

/** All bytes of one answer as they come over the wire, headers included. */
function bytesOnTheWire(address: string, path: string, lang: string): Promise<number> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    let size = 0
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAccept-Language: ${lang}\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: close\r\n\r\n`,
      ),
    )
    socket.on('data', (data) => {
      size += data.length
    })
    socket.on('end', () => resolve(size))
    socket.on('error', reject)
  })
}

test('the first view is one response of at most 8,000 bytes, headers included', async ({ page, served }) => {
  for (const lang of ['vi', 'en', 'zh-CN']) {
    const bytes = await bytesOnTheWire(served.address, `/r/${STANDING_CODES.oneStop}`, lang)
    console.log(`first view in ${lang}: ${bytes} bytes`)
    expect(bytes).toBeGreaterThan(1_000)
    expect(bytes).toBeLessThanOrEqual(LIMIT_BYTES)
  }
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(`/r/${STANDING_CODES.oneStop}`, { waitUntil: 'networkidle' })
  expect(requests).toHaveLength(1)
})

/** Milliseconds until the page can be read and tapped, on a slow phone with a slow network. */
async function usableAfter(page: Page, address: string, selector: string): Promise<number> {
  const began = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator(selector).last().waitFor({ state: 'visible' })
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  return performance.now() - began
}

test('usable in at most 1.3 times the time of a bare static page at 400 kbit/s, 400 ms, CPU / 4', async ({
  page,
  context,
  served,
}) => {
  const bare = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(BARE_PAGE)
  })
  await new Promise<void>((listening) => bare.listen(0, '127.0.0.1', listening))
  const bareAddress = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  const throughput = (400 * 1000) / 8
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const times: Record<'bare' | 'ours', number[]> = { bare: [], ours: [] }
  for (let round = 0; round < 7; round++) {
    times.bare.push(await usableAfter(page, bareAddress, 'button'))
    times.ours.push(
      await usableAfter(page, `${served.address}/r/${STANDING_CODES.oneStop}`, 'button[value="1"]'),
    )
  }
  bare.closeAllConnections()
  bare.close()
  const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
  const ratio = median(times.ours) / median(times.bare)
  console.log(
    `usable after ${median(times.ours).toFixed(0)} ms, a bare page after ${median(times.bare).toFixed(0)} ms: ${ratio.toFixed(2)}`,
  )
  expect(ratio).toBeLessThanOrEqual(LIMIT_RATIO)
})
