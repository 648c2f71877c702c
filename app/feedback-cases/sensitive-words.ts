import { folded } from '#app/offices/folded.ts'

/** With their marks, where other words fold to the same: `nhắn tiền` is not `nhận tiền`. */
const MARKED = [
  /hối lộ|đút lót|lót tay|phong bì|tiền trà nước|tiền bồi dưỡng|tiền cà phê|tiền chè nước|tiền bôi trơn|bôi trơn|chạy tiền|chạy chọt|lại quả|làm luật|luật ngầm|mãi lộ|ăn tiền|ăn chặn|cò mồi|cò hồ sơ/u,
  /(vòi|đòi|gợi ý|ép|yêu cầu|bắt|nhận|đưa|chung|nộp thêm|biếu)( \p{L}+){0,3} (tiền riêng|tiền ngoài|tiền thêm|quà)/u,
  /(vòi|đòi|gợi ý|chung chi)( \p{L}+){0,2} tiền/u,
  /vòi vĩnh|chung chi|nhũng nhiễu|sách nhiễu|hạch sách|tham nhũng|tham ô/u,
  /quấy rối|sàm sỡ|gạ gẫm|gạ tình|dâm ô|sờ soạng|đe d[oọ]a|dọa (đánh|nạt|giết)|hành hung|trù dập|trả thù|trả đũa/u,
]

/** As typed on a keyboard without marks. */
const UNMARKED = [
  /\b(hoi lo|dut lot|lot tay|phong bi|tien tra nuoc|tien boi duong|boi tron|lam luat|an chan|voi vinh|chung chi|nhung nhieu)\b/,
  /\b(sach nhieu|hach sach|tham nhung|quay roi|sam so|ga gam|hanh hung)\b/,
  /\b(voi|doi|goi y) ((toi|them|dua|phai|nguoi dan) ){0,2}tien\b/,
]

const OTHER_LANGUAGES = [
  /\b(brib(e|es|ed|ery)|kickbacks?|extort\w*|under the table|tea money|harass\w*|grop\w*|blackmail\w*)\b/i,
  /贿|賄|红包|索要(钱|财)|勒索|敲诈|回扣|骚扰|猥亵|刁难要钱/u,
]

/** Whether a text speaks of bribery or harassment: then only those outside the office it is about may see it. */
export function isSensitive(text: string): boolean {
  const written = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')
  const hasMarks = folded(written) !== written
  return (
    MARKED.some((pattern) => pattern.test(written)) ||
    OTHER_LANGUAGES.some((pattern) => pattern.test(written)) ||
    (!hasMarks && UNMARKED.some((pattern) => pattern.test(written)))
  )
}
