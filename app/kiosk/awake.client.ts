const LOOKED_AT_MS = 60_000

/**
 * Keeps the screen lit while the page is seen. The lock ends whenever the page is hidden, and where the tablet saves
 * power; it is asked for again then. Secure addresses only.
 */
export function stayAwake(): void {
  let lock: WakeLockSentinel | undefined
  const ask = async () => {
    if (document.visibilityState !== 'visible' || lock?.released === false) return
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  document.addEventListener('visibilitychange', () => void ask())
  setInterval(() => void ask(), LOOKED_AT_MS)
  void ask()
}

/** Full screen from the first tap on; browsers grant it to a tap only. An installed app has it already. */
export function fillScreen(): void {
  addEventListener('click', () => {
    const installed = matchMedia('(display-mode: fullscreen)').matches
    if (installed || document.fullscreenElement || !document.fullscreenEnabled) return
    void document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined)
  })
}

/** Back leads nowhere: what was on the screen before is nobody else's to see. */
export function stayHere(left: () => void): void {
  history.pushState(null, '')
  addEventListener('popstate', () => {
    history.pushState(null, '')
    left()
  })
  // The page may be kept for Back by the browser as it stands.
  addEventListener('pagehide', left)
}
