/** Keeps the screen lit while the page is seen; the lock ends whenever it is hidden. Secure addresses only. */
export function stayAwake(): void {
  const ask = () => {
    if (document.visibilityState === 'visible')
      void navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  document.addEventListener('visibilitychange', ask)
  ask()
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
