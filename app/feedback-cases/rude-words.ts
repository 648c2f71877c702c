import { folded } from '#app/offices/folded.ts'

/** Ends of a word: `\b` knows no Vietnamese letters. */
const word = (inside: string) => new RegExp(`(?<!\\p{L})(${inside})(?!\\p{L})`, 'u')

/** With their marks: without them many are harmless words (`ngu` is `ngủ`, `chó` is `cho`). */
const MARKED = [
  word('(đồ|lũ|bọn|thằng|quân|tụi|mấy thằng)( \\p{L}+)? (chó|lợn|khỉ|điên|hèn|ngu|ngốc|khốn|đểu|dốt|cướp)'),
  word('ngu xuẩn|ngu dốt|ngu như|ngu si|ngu ngốc|óc chó|óc lợn|não phẳng|mất dạy|mất nết|vô học|vô giáo dục'),
  word('khốn nạn|khốn kiếp|chó chết|chó má|chó đẻ|súc vật|súc sinh|đểu cáng|đê tiện|bỉ ổi|hèn hạ|đồ tồi'),
  word(
    'láo toét|láo xược|bố láo|ăn hại|ăn bám|vô lại|cặn bã|điên khùng|thiểu năng|lưu manh|du côn|đầu trâu mặt ngựa',
  ),
  word('địt|đụ|đéo|đếch|đù má|đù mẹ|đm|đcm|đkm|vcl|vkl|vl|clgt|dmm|cặc|lồn|buồi|cứt|đĩ|mẹ kiếp'),
  word('mẹ mày|bố mày|cha mày|tổ cha|tiên sư|chết đi|cho chết|đáng chết|đánh chết|cút đi|cút xéo|xéo đi'),
]

/** As typed on a keyboard without marks: only what is nothing else. */
const UNMARKED = [
  word('ngu xuan|ngu dot|oc cho|mat day|vo hoc|khon nan|khon kiep|suc vat|suc sinh|deu cang|bi oi|lao toet'),
  word('can ba|luu manh|thang cho|cho chet|dit me|du ma|dcm|dkm|vcl|vkl|clgt|dmm|me may|cho de'),
]

const OTHER_LANGUAGES = [
  /\b(idiots?|morons?|stupid|imbeciles?|scum|bastards?|bitch(es)?|assholes?|fuck\w*|bullshit|shit|retards?)\b/i,
  /傻逼|傻瓜|白痴|混蛋|王八蛋|狗屎|废物|他妈|去死|畜生|蠢货|贱人|无耻/u,
]

/** Whether a text insults somebody or curses: such a text is not published. */
export function isRude(text: string): boolean {
  const written = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')
  const hasMarks = folded(written) !== written
  return (
    MARKED.some((pattern) => pattern.test(written)) ||
    OTHER_LANGUAGES.some((pattern) => pattern.test(written)) ||
    (!hasMarks && UNMARKED.some((pattern) => pattern.test(written)))
  )
}
