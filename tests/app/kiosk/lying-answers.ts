import type { NetworkAnswer } from '#app/kiosk/deliver.ts'

/** What networks answer in our server's place (R6); a connection reset and one that hangs are not answers at all. */
export const LYING_ANSWERS: { name: string; answer: NetworkAnswer }[] = [
  { name: '200 HTML of a captive portal', answer: html(200, '<h1>Đăng nhập Wi-Fi</h1>') },
  { name: '200 {}', answer: json(200, '{}') },
  { name: '200 with a list of nothing', answer: json(200, '{"results":[]}') },
  { name: '200 that says ok', answer: json(200, '{"ok":true,"stored":3}') },
  { name: '200 cut in the middle', answer: json(200, '{"results":[{"id":"') },
  { name: '204 nothing', answer: { status: 204, type: '', text: '' } },
  { name: '302 to a portal', answer: html(302, '') },
  { name: '401 HTML', answer: html(401, 'Unauthorized') },
  { name: '413', answer: html(413, 'Request Entity Too Large') },
  { name: '429', answer: json(429, '{"code":"too_many"}') },
  { name: '500', answer: html(500, 'Internal Server Error') },
  { name: '502', answer: html(502, 'Bad Gateway') },
]

function html(status: number, text: string): NetworkAnswer {
  return { status, type: 'text/html; charset=utf-8', text }
}

function json(status: number, text: string): NetworkAnswer {
  return { status, type: 'application/json', text }
}
