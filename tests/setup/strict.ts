import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'

/** Systems outside the city's walls; a test adds the handlers it expects. */
export const outside = setupServer()

const LOOPBACK = /^(127\.|localhost$|\[::1\]$)/

beforeAll(() => {
  outside.listen({
    onUnhandledFrame({ frame, defaults }) {
      const { request } = frame.data as { request?: Request }
      if (!request || !LOOPBACK.test(new URL(request.url).hostname)) defaults.error()
    },
  })
})

/** Console noise is a defect: a test that expects it says so by mocking the method itself. */
beforeEach(() => {
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => {
      throw new Error(`console.${method}: ${words.join(' ')}`)
    })
  }
})

afterEach(() => {
  vi.restoreAllMocks()
  outside.resetHandlers()
  expect(process.exitCode ?? 0).toBe(0)
})

afterAll(() => outside.close())
